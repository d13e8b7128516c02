import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { installStyleNonce, readNonce } from './csp.ts'
import './styles/base.css'
import './styles/frame.css'
import './styles/parts.css'
import './styles/form.css'
import './styles/pages.css'
import './styles/exante.css'
import './styles/monitoring.css'
import './styles/oversight.css'
import './styles/targets.css'
import './styles/monitoring.css'
import './styles/doctor.css'
import './styles/pilot.css'
import './styles/feedback.css'
import './styles/what-if.css'
import './styles/print.css'

const nonce = readNonce()
installStyleNonce(nonce)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
)

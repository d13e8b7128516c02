import { Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { zh } from '../../zh.ts'

const ACCEPT = '.xlsx,.xls,.docx,.csv,.txt,.json'

/** Two ways in: a file dropped or chosen, or text pasted. */
export function IntakePanel({
  isBusy,
  onFile,
  onText,
}: {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
  readonly onText: (text: string) => void
}) {
  const [text, setText] = useState('')
  return (
    <div className="doctor-intake">
      <Upload.Dragger
        accept={ACCEPT}
        multiple={false}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          onFile(file)
          return false
        }}
      >
        <p className="strong">{zh.doctor.drop}</p>
        <p className="muted">{zh.doctor.dropHelp}</p>
      </Upload.Dragger>
      <form
        className="doctor-paste"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') onText(text)
        }}
      >
        <label htmlFor="doctor-text">{zh.doctor.paste}</label>
        <Input.TextArea
          id="doctor-text"
          rows={5}
          value={text}
          placeholder={zh.doctor.pasteHelp}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" type="primary" disabled={text.trim() === '' || isBusy}>
          {zh.doctor.examine}
        </Button>
      </form>
    </div>
  )
}

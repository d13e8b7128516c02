import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A disk of its own in a file, whose power can be cut. */
export type LoopDisk = {
  /** Where it is mounted. */
  readonly folder: string
  /** From now on nothing reaches it, and what was not forced to it is gone. */
  cutPower(): void
  /** Takes it off; what is mounted again is what a machine finds after the power is back. */
  unmount(): Promise<void>
  mount(): void
}

/** The switch of ext4 for exactly this: go down at once and write nothing more, not even the journal. */
const SHUTDOWN = `use strict; open(my $f, '<', $ARGV[0]) or die "open: $!"; my $how = pack('I', 2);
defined(ioctl($f, 0x8004587d, $how)) or die "ioctl: $!";`

/**
 * Makes an ext4 disk in a file and mounts it. Needs root and a loop device.
 * @throws Error with what the machine refused
 */
export function makeLoopDisk(directory: string, size_bytes: number): LoopDisk {
  const [image, folder] = [path.join(directory, 'disk.img'), path.join(directory, 'disk')]
  writeFileSync(image, '')
  truncateSync(image, size_bytes)
  run('mkfs.ext4', '-q', '-F', image)
  mkdirSync(folder)
  const mount = () => run('mount', '-o', 'loop', image, folder)
  mount()
  chmodSync(folder, 0o711)
  return {
    folder,
    cutPower: () => run('perl', '-e', SHUTDOWN, folder),
    async unmount() {
      // Processes that were killed let go of their files one after the other.
      for (let tried = 1; ; tried += 1) {
        try {
          return run('umount', folder)
        } catch (error) {
          if (tried === 200) throw error
          await sleep(25)
        }
      }
    },
    mount,
  }
}

function run(command: string, ...words: string[]): void {
  execFileSync(command, words, { stdio: ['ignore', 'ignore', 'pipe'] })
}

import { once } from 'node:events'
import { createServer } from 'node:net'

/** A mail server that takes every letter and keeps it. */
export interface MailServer {
  readonly url: string
  /** The letters that came, undone of their line ends' encoding. */
  readonly letters: readonly string[]
  /** From when on it says nothing any more to whoever calls: from the start, or once it has taken a letter. */
  silent: 'fromStart' | 'onceTaken' | 'never'
  /** How often somebody called. */
  calls: number
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: string[] = []
  const server = createServer((socket) => {
    let letter: string | undefined
    mail.calls += 1
    socket.setEncoding('utf8')
    if (mail.silent !== 'fromStart') socket.write('220 kith.test\r\n')
    socket.on('data', (part: string) => {
      if (letter !== undefined || part.startsWith('DATA')) {
        letter = letter === undefined ? '' : letter + part
        if (letter === '') return socket.write('354 go on\r\n')
        if (!letter.endsWith('\r\n.\r\n')) return undefined
        letters.push(undone(letter))
        letter = undefined
        if (mail.silent === 'onceTaken') return undefined
      }
      return socket.write(part.startsWith('QUIT') ? '221 bye\r\n' : '250 kith.test\r\n')
    })
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const mail: MailServer = {
    silent: 'never',
    calls: 0,
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
  return mail
}

/** A letter without the encoding of its lines, "quoted-printable". */
function undone(letter: string): string {
  const bytesOf = (encoded: string) => Buffer.from(encoded.replaceAll('=', ''), 'hex').toString('utf8')
  return letter.replaceAll('=\r\n', '').replaceAll(/(?:=[0-9A-F]{2})+/g, bytesOf)
}

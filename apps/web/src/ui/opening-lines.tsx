import { Plural } from '@lingui/react/macro'
import text from './text.module.css'

interface Some {
  count: number
  titles: readonly string[]
}

/** What of mine a sorting would open and close, said before it is done; nothing where there is nothing to say. */
export function OpeningLines({ opens, closes }: { opens: Some; closes: Some }) {
  const [opened, closed] = [listed(opens), listed(closes)]
  return (
    <div role="status">
      {opens.count > 0 && (
        <p className={text.hint}>
          <Plural
            value={opens.count}
            one={`Opens one of your recommendations: ${opened}`}
            other={`Opens # of your recommendations: ${opened}`}
          />
        </p>
      )}
      {closes.count > 0 && (
        <p className={text.hint}>
          <Plural
            value={closes.count}
            one={`Closes one of your recommendations: ${closed}`}
            other={`Closes # of your recommendations: ${closed}`}
          />
        </p>
      )}
    </div>
  )
}

function listed({ count, titles }: Some): string {
  const names = titles.join(', ')
  return count > titles.length ? `${names} …` : names
}

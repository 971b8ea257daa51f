import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesItem } from '../../../../shared/contract/series.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';

const saveAfterMs = 600;
const networks = ['facebook', 'instagram'] as const;

type Props = { item: SeriesItem; seriesId: string; readOnly: boolean };

/** The words of a post, changed in place: the common ones, and a network's own below. */
export function CardWords({ item, seriesId, readOnly }: Props) {
  const { t } = useTranslation('series');
  const own = networks.filter((network) => item.captions[network] !== undefined);
  const label = (voice: string) => t('card.words', { name: item.title, voice });
  return (
    <>
      <WordsArea
        key="common"
        {...{ item, seriesId, readOnly }}
        label={label(t('words.text'))}
        value={item.caption}
      />
      {own.map((network) => (
        <label key={network} className="fp-own">
          <span className="small muted">{t(`words.${network}`)}</span>
          <WordsArea
            {...{ item, seriesId, readOnly, network }}
            label={label(t(`words.${network}`))}
            value={item.captions[network] ?? ''}
          />
        </label>
      ))}
    </>
  );
}

function WordsArea({
  item,
  seriesId,
  readOnly,
  network,
  label,
  value,
}: Props & { network?: Network; label: string; value: string }) {
  const words = useWords(value, { seriesId, productId: item.productId, network });
  return (
    <textarea
      className="fp-words-area"
      aria-label={label}
      rows={2}
      readOnly={readOnly}
      value={words.text}
      onChange={(event) => words.write(event.currentTarget.value)}
      onBlur={words.save}
    />
  );
}

/** Typed words go out a moment after the last key, and when the field is left, also by leaving the
 *  page; what comes from the studio shows while nothing typed waits. */
function useWords(
  value: string,
  where: { seriesId: string; productId: string; network: Network | undefined },
) {
  const api = useApi();
  const edit = useChange(api.series.edit.mutationOptions());
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<string>(undefined);
  const { seriesId, productId, network } = where;
  const save = () => {
    const caption = waiting.current;
    if (caption === undefined) return;
    waiting.current = undefined;
    edit.mutate(
      { seriesId, productId, caption, ...(network && { network }) },
      { onSuccess: () => setTyped((now) => (now === caption ? undefined : now)) },
    );
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = window.setTimeout(() => latest.current(), saveAfterMs);
    return () => window.clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => latest.current(), []);
  return {
    text: typed ?? value,
    save,
    write: (text: string) => {
      waiting.current = text;
      setTyped(text);
    },
  };
}

import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { boxKeys, inboxKeys, keyWords } from './inbox-keys.ts';
import { useKeyWords } from './use-commands.ts';

/** Every key of the inbox with what it does. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('inbox-hand');
  return (
    <Dialog opened onClose={onClose} title={t('help.title')} widthPx={720}>
      <div className="keys-columns">
        <KeyTable title={t('help.list')} keys={inboxKeys} group="keys" />
        <KeyTable title={t('help.box')} keys={boxKeys} group="boxKeys" />
      </div>
      <p className="small muted">{t('help.palette', { key: keyWords('mod+k', useKeyWords()) })}</p>
    </Dialog>
  );
}

function KeyTable({
  title,
  keys,
  group,
}: {
  title: string;
  keys: Readonly<Record<string, string>>;
  group: 'keys' | 'boxKeys';
}) {
  const { t } = useTranslation('inbox-hand');
  const words = useKeyWords();
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys-table">
        {Object.entries(keys).map(([name, key]) => (
          <div key={name}>
            <dt>
              <KeyCap>{keyWords(key, words)}</KeyCap>
            </dt>
            <dd>{t(`${group}.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

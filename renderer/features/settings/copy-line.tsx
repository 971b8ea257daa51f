import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import './copy-line.css';

const saidMs = 4000;

/** Something to carry elsewhere: shown whole, copied by one press. */
export function CopyLine({ label, text }: { label: ReactNode; text: string }) {
  const { t } = useTranslation('connect');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div>
      <span className="field-label">{label}</span>
      <div className="copy-line">
        <code>{text}</code>
        <Button
          icon={copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <span className="hidden-text" role="status">
          {copied ? t('copied') : ''}
        </span>
      </div>
    </div>
  );
}

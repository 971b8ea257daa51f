import './connect-dialog.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemBlock } from './problem-block.tsx';
import { TextField } from './text-field.tsx';
import { TextLink } from './text-link.tsx';

const explorerUrl = 'https://developers.facebook.com/tools/explorer/';

/** Takes the access key that Facebook gave the merchant; it is forgotten here when it closes. */
export function ConnectDialog({
  opened,
  busy,
  problem,
  onConnect,
  onClose,
}: {
  opened: boolean;
  busy: boolean;
  problem?: { title: string; what: string; todo: string; code: string } | undefined;
  onConnect: (userToken: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  const [token, setToken] = useState('');
  const close = () => {
    setToken('');
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('connect.title')}
      widthPx={560}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={close}>
            {t('back')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={busy}
            disabled={token.trim() === ''}
            onClick={() => onConnect(token.trim())}
          >
            {t('connect.connect')}
          </Button>
        </>
      }
    >
      <p>{t('connect.lead')}</p>
      <Steps />
      <TextField
        type="password"
        size="lg"
        label={t('connect.token')}
        value={token}
        onChange={setToken}
        data-autofocus
        spellCheck={false}
      />
      {problem ? <ProblemBlock problem={problem} /> : null}
    </Dialog>
  );
}

function Steps() {
  const { t } = useTranslation('ui');
  return (
    <ol className="connect-steps">
      <li>
        <span>
          {t('connect.step1')} <TextLink href={explorerUrl}>{t('connect.openExplorer')}</TextLink>
        </span>
      </li>
      <li>{t('connect.step2')}</li>
      <li>{t('connect.step3')}</li>
    </ol>
  );
}

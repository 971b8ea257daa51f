import './connect.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ConnectApp } from './connect-app.tsx';
import { ConnectBroker } from './connect-broker.tsx';
import { ConnectChoose } from './connect-choose.tsx';
import { ConnectDone } from './connect-done.tsx';
import { ConnectFailed } from './connect-failed.tsx';
import { beginFlow, type ConnectFlow } from './connect-flow.ts';
import { ConnectReady } from './connect-ready.tsx';
import { ConnectToken } from './connect-token.tsx';
import { ConnectWait } from './connect-wait.tsx';
import { ConnectWay } from './connect-way.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** For accounts that were connected before: the login asks for what was refused then. */
  again?: boolean;
};

/** The guided way from no account to chosen ones; begins anew each time it opens. */
export function ConnectAccounts({ opened, onClose, again = false }: Props) {
  const { t } = useTranslation('connect');
  const api = useApi();
  const settings = useQuery(api.accounts.loginSettings.queryOptions({ enabled: opened }));
  const cancel = useChange(api.accounts.cancelLogin.mutationOptions({ onError: () => {} }));
  const [moved, setFlow] = useState<ConnectFlow>();
  const flow = moved ?? (settings.data ? beginFlow(settings.data) : undefined);
  const title = useFocusOfStep(flow?.at);
  const isPractice = settings.data?.practice ?? false;
  /** Whoever goes leaves no login open and no accounts found behind. */
  const leave = (next: ConnectFlow | undefined) => {
    if (flow?.at === 'wait') cancel.mutate({ state: flow.login.state });
    if (flow?.at === 'choose') cancel.mutate({ state: flow.state });
    setFlow(next);
  };
  const close = () => {
    leave(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      widthPx={640}
      title={
        <span ref={title} tabIndex={-1} className="connect-title">
          {t(`${titleOf(flow, isPractice)}.title`)}
        </span>
      }
    >
      {flow && settings.data ? (
        <FlowStep
          flow={flow}
          settings={settings.data}
          again={again}
          onFlow={setFlow}
          onLeave={leave}
          onClose={close}
        />
      ) : (
        <SkeletonRows />
      )}
    </Dialog>
  );
}

function titleOf(flow: ConnectFlow | undefined, isPractice: boolean): string {
  if (flow?.at === 'own-app') return 'app';
  if (flow?.at === 'ready') return isPractice ? 'practice' : 'ready';
  return flow?.at ?? 'way';
}

type StepProps = {
  flow: ConnectFlow;
  settings: LoginSettings;
  again: boolean;
  onFlow: (flow: ConnectFlow) => void;
  /** As `onFlow`, for turning away from what was begun. */
  onLeave: (flow: ConnectFlow) => void;
  onClose: () => void;
};

function FlowStep({ flow, settings, again, onFlow, onLeave, onClose }: StepProps) {
  const toWays = () => onLeave({ at: 'way', way: settings.way });
  const begin = { again, onFlow };
  switch (flow.at) {
    case 'way':
      return <ConnectWay way={flow.way} onFlow={onFlow} onClose={onClose} />;
    case 'ready':
      return <ConnectReady settings={settings} begin={begin} onBack={toWays} />;
    case 'own-app':
      return <ConnectApp settings={settings} begin={begin} onBack={toWays} />;
    case 'broker':
      return <ConnectBroker settings={settings} begin={begin} onBack={toWays} />;
    case 'token':
      return settings.opens === 'none' ? (
        <ConnectToken back={onClose} backWord="close" onFlow={onFlow} />
      ) : (
        <ConnectToken back={toWays} backWord="back" onFlow={onFlow} />
      );
    case 'wait':
      return <ConnectWait login={flow.login} onFlow={onFlow} onBack={toWays} />;
    case 'failed':
      return <ConnectFailed flow={flow} begin={begin} onBack={toWays} />;
    case 'choose':
      return <ConnectChoose state={flow.state} onFlow={onFlow} onBack={toWays} />;
    case 'done':
      return <ConnectDone count={flow.count} onClose={onClose} />;
  }
}

/** Each new step takes the focus: its own first field, else its title, which is read aloud. */
function useFocusOfStep(at: ConnectFlow['at'] | undefined) {
  const title = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = title.current?.closest('[role=dialog]');
    const first = dialog?.querySelector<HTMLElement>('[data-autofocus]');
    (first ?? title.current)?.focus();
  }, [at]);
  return title;
}

import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';

type Held = {
  replyIds: string[];
  person: string;
  /** At once: whoever writes on meanwhile writes where the words come back. */
  onUndo: () => void;
  /** The answer does not leave. */
  onBack: () => void;
};

/** Tells that an answer leaves in a moment; taken back, its words return to whoever wrote them. */
export function useSendUndo(): (held: Held) => void {
  const { t } = useTranslation('inbox-hand');
  const api = useApi();
  const toast = useToast();
  const withdraw = useChange(api.inbox.withdrawMany.mutationOptions());
  return ({ replyIds, person, onUndo, onBack }) =>
    toast({
      text: t('sentToast', { person }),
      undo() {
        onUndo();
        // The box that sent it may be gone by now, and with it what it would be told.
        withdraw.mutateAsync({ ids: replyIds }).then(onBack, () => {});
      },
    });
}

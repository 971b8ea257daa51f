import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useToast } from '../../ui/toast.tsx';

type Held = { replyIds: string[]; person: string; text: string; onBack: (text: string) => void };

/** Tells that an answer leaves in a moment; taken back, its words return to whoever wrote them. */
export function useSendUndo(): (held: Held) => void {
  const { t } = useTranslation('inbox-hand');
  const api = useApi();
  const toast = useToast();
  const withdraw = useChange(api.inbox.withdrawMany.mutationOptions());
  return ({ replyIds, person, text, onBack }) =>
    toast({
      text: t('sentToast', { person }),
      undo: () => withdraw.mutate({ ids: replyIds }, { onSuccess: () => onBack(text) }),
    });
}

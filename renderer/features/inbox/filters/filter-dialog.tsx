import './filters.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterNameLetters, type SavedFilter } from '../../../../shared/contract/inbox-filters.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { FilterFields } from './filter-fields.tsx';
import { contentOf, isPlainView, type ListContent } from './list-content.ts';

export type FilterDialogProps = {
  /** What the fields begin with. */
  content: ListContent;
  /** The filter that is changed; a new one without. */
  filter?: SavedFilter | undefined;
  onShow: (content: ListContent, isKept: boolean) => void;
  onClose: () => void;
};

/** Chooses what the list shows, and keeps it under a name where one is given. */
export function FilterDialog({ content: first, filter, onShow, onClose }: FilterDialogProps) {
  const { t } = useTranslation('inbox-filters');
  const [content, setContent] = useState(first);
  const [name, setName] = useState(filter?.name ?? '');
  const shown = contentOf({ ...content, text: content.text?.trim() });
  const { save, problem, isBusy } = useSave(filter, (saved) => {
    onShow(contentOf(saved), true);
    onClose();
  });
  const isNamed = name.trim() !== '';
  const isNaming = filter?.lacks.length === 0 || (filter === undefined && !isPlainView(first));
  const showOnly = () => {
    onShow(shown, false);
    onClose();
  };
  const confirm = () => (isNamed || filter ? save(name, shown) : showOnly());
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(filter ? 'dialog.edit' : 'dialog.title')}
      widthPx={640}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={filter ? onClose : showOnly}>
            {t(filter ? 'dialog.cancel' : 'dialog.showOnly')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            disabled={!isNamed}
            busy={isBusy}
            onClick={() => save(name, shown)}
          >
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <form
        className="filter-form"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {filter?.lacks.length ? <p className="filter-mend">{t('dialog.mend')}</p> : null}
        <FilterFields
          content={content}
          lacks={filter?.lacks ?? []}
          onChange={(part) => setContent((before) => ({ ...before, ...part }))}
        />
        <TextField
          label={t('dialog.name')}
          // What is narrowed already is about to be kept, a filter to be called otherwise.
          data-autofocus={isNaming || undefined}
          hint={t('dialog.nameHint')}
          maxLength={filterNameLetters}
          value={name}
          onChange={setName}
        />
        {problem ? <ProblemBlock problem={problem} /> : null}
        {/* Enter in a field does what the main button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function useSave(filter: SavedFilter | undefined, onSaved: (saved: SavedFilter) => void) {
  const { t } = useTranslation('inbox-filters');
  const api = useApi();
  const toast = useToast();
  const describe = useProblem();
  const change = useChange(
    api.inbox.saveFilter.mutationOptions({
      onError: () => {},
      onSuccess: (saved) => {
        toast({ text: t('saved', { name: saved.name }) });
        onSaved(saved);
      },
    }),
  );
  return {
    save: (name: string, content: ListContent) =>
      change.mutate({ ...content, name, ...(filter && { filterId: filter.id }) }),
    problem: change.error ? describe(change.error) : undefined,
    isBusy: change.isPending,
  };
}

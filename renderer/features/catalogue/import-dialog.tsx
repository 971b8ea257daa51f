import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportLook } from './import-look.tsx';
import { useImport, type Import } from './use-import.ts';

const accept = '.csv,.tsv,.txt,text/csv,text/tab-separated-values';

/** Brings in a file of products: shows first what would be taken and what not. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const work = useImport();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('import.title')}
      widthPx={720}
      footer={<ImportFoot work={work} onClose={onClose} />}
    >
      <ImportBody work={work} />
    </Dialog>
  );
}

function ImportBody({ work }: { work: Import }) {
  const { t } = useTranslation('catalogue');
  const { state } = work;
  switch (state.step) {
    case 'choose':
      return <ChooseFile onFile={(file) => void work.take(file)} />;
    case 'busy':
      return (
        <p role="status" className="cat-busy">
          <span className="spin" aria-hidden="true" /> {t('import.reading', { name: state.name })}
        </p>
      );
    case 'problem':
      return <ProblemBlock problem={state.problem} />;
    case 'columns':
      return <ImportColumns work={work} source={state.source} lack={state.lack} />;
    case 'look':
      return <ImportLook work={work} source={state.source} answer={state.answer} />;
    case 'done':
      return (
        <p role="status">
          {t('import.done', { count: state.imported })}
          {state.left > 0 ? ` ${t('import.left', { count: state.left })}` : ''}
        </p>
      );
  }
}

function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('catalogue');
  const first = (files: File[]) => files[0] && onFile(files[0]);
  return (
    <FileDrop label={t('import.drop')} onFiles={first}>
      <div className="cat-choose">
        <IconFileSpreadsheet aria-hidden />
        <p>{t('import.lead')}</p>
        <FileButton kind="primary" size="lg" accept={accept} multiple={false} onFiles={first}>
          {t('import.choose')}
        </FileButton>
        <p className="small muted">{t('import.kinds')}</p>
      </div>
    </FileDrop>
  );
}

function ImportFoot({ work, onClose }: { work: Import; onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const { state } = work;
  const isOver = state.step === 'done';
  const again = state.step === 'look' || state.step === 'columns' || state.step === 'problem';
  return (
    <>
      {again ? (
        <Button size="lg" onClick={work.restart}>
          {t('import.other')}
        </Button>
      ) : null}
      <Button size="lg" kind={isOver ? 'primary' : 'plain'} onClick={onClose}>
        {isOver ? t('import.close') : t('import.leave')}
      </Button>
      {state.step === 'look' ? (
        <Button
          size="lg"
          kind="primary"
          disabled={state.answer.valid === 0}
          onClick={() => work.confirm(state.source)}
        >
          {t('import.confirm', { count: state.answer.valid })}
        </Button>
      ) : null}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { isUnderway } from '../use-render-job.ts';
import type { EditorDocument } from './use-document.ts';

type Wish = { jobId: string; onMade: (files: Job['files']) => void };

/** Makes the files of the picture, and goes on with them once they are there. */
export function useMakePictures(document: EditorDocument) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const { client } = useStudio();
  const navigate = useNavigate();
  const toast = useToast();
  const problem = useProblem();
  const [wish, setWish] = useState<Wish>();
  const [isBusy, setBusy] = useState(false);
  const job = useQuery(
    api.jobs.get.queryOptions({
      input: { jobId: wish?.jobId ?? '-' },
      enabled: wish !== undefined,
    }),
  ).data;
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (!wish || job?.jobId !== wish.jobId || isUnderway(job) || done.current === job.jobId) return;
    done.current = job.jobId;
    setBusy(false);
    setWish(undefined);
    if (job.state === 'done') wish.onMade(job.files);
    else if (job.problem)
      toast({ title: job.problem.title, text: `${job.problem.what} ${job.problem.todo}` });
  }, [job, wish, toast]);

  const make = async (formats: Format[], onMade: Wish['onMade']) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await document.saving.flush();
      const { jobId } = await client.creations.render({ id: document.id, formats });
      setWish({ jobId, onMade });
    } catch (error) {
      setBusy(false);
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}`.trim() });
    }
  };

  return {
    isBusy,
    download: (formats: Format[]) =>
      void make(formats, (files) => {
        for (const file of files) download(file.assetId, `${document.doc.name}.jpg`);
        toast({ text: t('made', { count: files.length }) });
      }),
    use: () =>
      void make([document.format], ([file]) => {
        const [product] = document.doc.source.productIds;
        const search = { new: '1', assets: file?.assetId ?? '', ...(product ? { product } : {}) };
        void navigate({ to: '/plan', search });
      }),
  };
}

function download(assetId: string, name: string): void {
  const link = window.document.createElement('a');
  link.href = `/media/${assetId}/original`;
  link.download = name;
  link.click();
}

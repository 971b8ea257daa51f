import { useCallback, useState } from 'react';
import { LargeFrame } from './large-frame.tsx';
import type { OpenedFrame } from './neighbour-frame.ts';
import { ResultStep } from './result-step.tsx';
import { TemplateStep } from './template-step.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';
import { WhatStep } from './what-step.tsx';

/** Pictures in three steps on one screen. */
export function PicturesMode({ what, pictures }: { what: What; pictures: Pictures }) {
  const [opened, setOpened] = useState<OpenedFrame>();
  const [unfit, setUnfit] = useState<ReadonlySet<string>>(new Set());
  const passOver = useCallback(
    (productId: string) => setUnfit((all) => new Set([...all, productId])),
    [],
  );
  const sample = [...what.chosen, ...what.products].find(
    ({ id, photos }) => photos.length > 0 && !unfit.has(id),
  );
  return (
    <div className="studio-three">
      <WhatStep what={what} />
      <TemplateStep {...{ what, pictures }} sampleId={sample?.id} onUnfit={passOver} />
      <ResultStep what={what} pictures={pictures} onOpen={setOpened} />
      {opened ? (
        <LargeFrame
          opened={opened}
          what={what}
          pictures={pictures}
          onOpen={setOpened}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </div>
  );
}

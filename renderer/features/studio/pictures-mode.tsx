import { useState } from 'react';
import { LargeFrame, type OpenedFrame } from './large-frame.tsx';
import { ResultStep } from './result-step.tsx';
import { TemplateStep } from './template-step.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';
import { WhatStep } from './what-step.tsx';

/** Pictures in three steps on one screen. */
export function PicturesMode({ what, pictures }: { what: What; pictures: Pictures }) {
  const [opened, setOpened] = useState<OpenedFrame>();
  const sample =
    what.chosen.find(({ photos }) => photos.length > 0) ??
    what.products.find(({ photos }) => photos.length > 0);
  return (
    <div className="studio-three">
      <WhatStep what={what} />
      <TemplateStep pictures={pictures} sampleId={sample?.id} />
      <ResultStep
        what={what}
        pictures={pictures}
        onOpen={(productId, format) => setOpened({ productId, format })}
      />
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

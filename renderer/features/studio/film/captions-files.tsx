import { IconDownload, IconTextPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionReading } from '../../../../shared/contract/films.ts';
import { writeSrt, writeVtt } from '../../../../shared/rules/subtitles/write-subtitles.ts';
import { spreadText, takeCaptions } from '../../../../shared/scene/film/edit-captions.ts';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { newCaptionId } from './captions-id.ts';
import type { FilmDesk } from './film-desk.ts';

/** Captions from a file or from a text that is spread over the film, and to a file. */
export function CaptionFiles({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('captions');
  const [isSpreading, setSpreading] = useState(false);
  const take = useTakeFile(desk);
  return (
    <section className="film-caption-files" aria-label={t('files.title')}>
      <FileButton
        accept=".srt,.vtt,text/vtt,application/x-subrip"
        multiple={false}
        busy={take.isBusy}
        icon={<IconUpload aria-hidden />}
        onFiles={([file]) => file && void take.run(file)}
      >
        {t('files.import')}
      </FileButton>
      <Button icon={<IconTextPlus aria-hidden />} onClick={() => setSpreading(!isSpreading)}>
        {t('files.spread')}
      </Button>
      {desk.document.film.captions.lines.length > 0 ? <Export desk={desk} /> : null}
      {isSpreading ? <Spread desk={desk} onDone={() => setSpreading(false)} /> : null}
      {take.problem ? <ProblemBlock problem={take.problem} /> : null}
      {take.reading ? <Taken reading={take.reading} /> : null}
    </section>
  );
}

function useTakeFile(desk: FilmDesk) {
  const { client } = useStudio();
  const describe = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [reading, setReading] = useState<CaptionReading>();
  const [error, setError] = useState<unknown>();
  const { document } = desk;
  const run = async (file: File) => {
    setBusy(true);
    setError(undefined);
    setReading(undefined);
    try {
      // The studio refuses what is larger; the rest of a huge file need not travel.
      const base64 = toBase64(await file.slice(0, 600 * 1024).arrayBuffer());
      const endMs = Math.max(1, Math.round(filmDurationMs(document.current())));
      const read = await client.films.readCaptions({ base64, endMs });
      document.change((film) => takeCaptions(film, read.lines, newCaptionId));
      setReading(read);
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  };
  return { run, isBusy, reading, problem: error === undefined ? undefined : describe(error) };
}

function toBase64(buffer: ArrayBuffer): string {
  const parts: string[] = [];
  const bytes = new Uint8Array(buffer);
  const size = 0x6000;
  for (let at = 0; at < bytes.length; at += size)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + size))));
  return parts.join('');
}

/** How many lines came, and what was mended or left out of the file. */
function Taken({ reading }: { reading: CaptionReading }) {
  const { t } = useTranslation('captions');
  return (
    <div className="film-caption-taken small" role="status">
      <p>{t('files.taken', { count: reading.lines.length })}</p>
      {reading.notes.length > 0 ? (
        <ul>
          {reading.notes.map(({ line, code, text }) => (
            <li key={`${line} ${code}`} className="muted">
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Spread({ desk, onDone }: { desk: FilmDesk; onDone: () => void }) {
  const { t } = useTranslation('captions');
  const [text, setText] = useState('');
  const [isTooMuch, setTooMuch] = useState(false);
  const { document } = desk;
  const spread = () => {
    const before = document.current();
    document.change((film) => spreadText(film, text, newCaptionId));
    if (document.current() === before) setTooMuch(true);
    else onDone();
  };
  return (
    <div className="film-caption-spread">
      <TextArea
        label={t('files.text')}
        rows={5}
        value={text}
        error={isTooMuch ? t('files.tooMuch') : undefined}
        onChange={(next) => {
          setText(next);
          setTooMuch(false);
        }}
      />
      <Button kind="primary" disabled={text.trim() === ''} onClick={spread}>
        {t('files.spreadNow')}
      </Button>
    </div>
  );
}

function Export({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('captions');
  const { name, film } = desk.document;
  const { lines } = film.captions;
  return (
    <Menu
      align="start"
      target={<Button icon={<IconDownload aria-hidden />}>{t('files.export')}</Button>}
      items={[
        { label: 'SRT', run: () => save(`${name}.srt`, writeSrt(lines)) },
        { label: 'WebVTT', run: () => save(`${name}.vtt`, writeVtt(lines)) },
      ]}
    />
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = window.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

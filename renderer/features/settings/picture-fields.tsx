import { useTranslation } from 'react-i18next';
import type { PictureStore } from '../../../shared/contract/pictures.ts';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BucketField, PictureForm, UploadField } from './picture-form.ts';

type Props = {
  form: PictureForm;
  store: PictureStore;
  /** Fields to point at: they must be filled in. */
  lacks: readonly string[];
  onChange: (patch: Partial<PictureForm>) => void;
};

const methods = [
  { value: 'PUT', label: 'PUT' },
  { value: 'POST', label: 'POST' },
] as const;

/** What one copies from the storage's own settings. */
export function BucketFields({ form, store, lacks, onChange }: Props) {
  const frame = useFrame(lacks);
  const field = (name: BucketField, hint?: string) => ({
    ...frame(name, hint),
    value: form.bucket[name],
    onChange: (text: string) => onChange({ bucket: { ...form.bucket, [name]: text } }),
  });
  const hasSecret = store.bucket?.hasSecret ?? false;
  return (
    <div className="settings-form">
      <TextField {...field('endpoint', 'endpoint')} inputMode="url" />
      <div className="settings-pair">
        <TextField {...field('bucket')} />
        <TextField {...field('region', 'region')} />
      </div>
      <div className="settings-pair">
        <TextField {...field('keyId')} />
        <TextField
          {...field('secret', hasSecret ? 'secretKept' : 'secret')}
          {...secretInput(hasSecret)}
        />
      </div>
      <TextField {...field('publicBase', 'publicBase')} inputMode="url" />
      <TextField {...field('prefix', 'prefix')} />
    </div>
  );
}

/** An address that takes a file, and what it wants to be told with it. */
export function UploadFields({ form, store, lacks, onChange }: Props) {
  const { t } = useTranslation('settings');
  const frame = useFrame(lacks);
  const { upload } = form;
  const field = (name: UploadField, hint?: string) => ({
    ...frame(name, hint),
    value: upload[name],
    onChange: (text: string) => onChange({ upload: { ...upload, [name]: text } }),
  });
  const hasSecret = store.upload?.hasSecret ?? false;
  return (
    <div className="settings-form">
      <TextField {...field('url', 'url')} inputMode="url" />
      <div>
        <span className="field-label">{t('pictures.field.method')}</span>
        <Segments
          label={t('pictures.field.method')}
          value={upload.method}
          options={methods}
          onChange={(method) => onChange({ upload: { ...upload, method } })}
        />
      </div>
      <div className="settings-pair">
        <TextField {...field('headerName', 'headerName')} />
        <TextField
          {...field('secret', hasSecret ? 'secretKept' : 'secret')}
          {...secretInput(hasSecret)}
          label={t('pictures.field.headerValue')}
        />
      </div>
      <TextField {...field('publicBase', 'uploadBase')} inputMode="url" />
    </div>
  );
}

/** Label, hint and what is wrong, by the names of the field and of its hint. */
function useFrame(lacks: readonly string[]) {
  const { t } = useTranslation('settings');
  return (name: string, hint?: string) => ({
    label: t(`pictures.field.${name}`),
    error: lacks.includes(name) ? t('pictures.needed') : undefined,
    spellCheck: false,
    ...(hint === undefined ? {} : { hint: t(`pictures.hint.${hint}`) }),
  });
}

function secretInput(hasSecret: boolean) {
  return { type: 'password', ...(hasSecret && { placeholder: '••••••••' }) };
}

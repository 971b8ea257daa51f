import {
  IconCopy,
  IconFolder,
  IconFolderSearch,
  IconPhotoPlus,
  IconUpload,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useImports } from './imports-context.ts';
import { acceptedFiles, isWantedInFolder } from './wanted-files.ts';

/** Every way in which photos come into the gallery, and the way to those that look alike. */
export function BringMenu() {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const { bring } = useImports();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const alike = useAlikeCount();
  return (
    <>
      <Menu
        target={
          <Button kind="primary" icon={<IconPhotoPlus aria-hidden />}>
            {t('bring.label')}
          </Button>
        }
        items={[
          {
            label: t('bring.files'),
            icon: <IconUpload />,
            run: () => files.current?.click(),
          },
          { label: t('bring.folder'), icon: <IconFolder />, run: () => folder.current?.click() },
          {
            label: t('bring.watch'),
            icon: <IconFolderSearch />,
            run: () => void navigate({ to: '/settings', search: { part: 'folder' } }),
          },
          {
            label: alike > 0 ? t('bring.alike', { count: alike }) : t('bring.alikeNone'),
            icon: <IconCopy />,
            run: () => void navigate({ to: '/studio/duplicates' }),
          },
        ]}
      />
      <Chooser input={files} onFiles={bring} />
      <Chooser
        input={folder}
        isFolder
        onFiles={(all) => bring(all.filter(({ name }) => isWantedInFolder(name)))}
      />
    </>
  );
}

function useAlikeCount(): number {
  const api = useApi();
  const found = useQuery(api.duplicates.list.queryOptions({ input: { limit: 1 } }));
  return found.data?.total ?? 0;
}

/** The system's own window for choosing files, or a folder. */
function Chooser({
  input,
  isFolder = false,
  onFiles,
}: {
  input: RefObject<HTMLInputElement | null>;
  isFolder?: boolean;
  onFiles: (files: File[]) => void;
}) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple
      tabIndex={-1}
      aria-hidden="true"
      {...(isFolder ? { webkitdirectory: '' } : { accept: acceptedFiles })}
      onChange={(event) => {
        const chosen = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        onFiles(chosen);
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { OwnFontRow } from './own-font-row.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';
import { useFontImport } from './use-font-import.ts';

/** The fonts that the merchant brought: bring one, see what it can write, remove it. */
export function OwnFonts({ kit, deeds }: { kit: Kit; deeds: KitDeeds }) {
  const { t } = useTranslation('brand');
  const api = useApi();
  const fonts = useQuery(api.brand.fonts.queryOptions({ input: {} })).data?.fonts ?? [];
  const bring = useFontImport(kit, deeds);
  return (
    <FileDrop label={t('ownFonts.drop')} onFiles={bring.take} className="brand-own-fonts">
      <div className="brand-line">
        <span className="brand-logo-name">
          <b>{t('ownFonts.title')}</b>
          <span className="small muted">{t('ownFonts.hint')}</span>
        </span>
        <FileButton
          accept=".ttf,.otf,font/ttf,font/otf"
          icon={<IconUpload aria-hidden />}
          busy={bring.isBusy}
          onFiles={bring.take}
        >
          {t('ownFonts.add')}
        </FileButton>
      </div>
      {bring.wrong.map(({ name, problem }) => (
        <ProblemBlock
          key={name}
          problem={{ ...problem, title: t('ownFonts.refused', { name, title: problem.title }) }}
        />
      ))}
      {fonts.length > 0 ? (
        <ul className="brand-font-list">
          {fonts.map((font) => (
            <OwnFontRow key={font.id} {...{ font, kit, deeds }} />
          ))}
        </ul>
      ) : null}
    </FileDrop>
  );
}

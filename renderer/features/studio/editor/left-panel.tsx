import { IconPhotoPlus } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { faceStyle, useFontFaces } from '../../../ui/use-font-faces.ts';
import { shopColours } from './colour-dots.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import { TemplateTab } from './template-tab.tsx';
import { usePaint } from './use-paint.ts';
import type { AddLayers } from './use-add-layers.ts';
import type { EditorDocument } from './use-document.ts';
import type { LayerDeeds } from './use-layer-deeds.ts';

type Props = { document: EditorDocument; deeds: LayerDeeds; add: AddLayers };

/** Templates to take, and the shop's own look to pick from. */
export function LeftPanel(props: Props) {
  const { t } = useTranslation('editor');
  const [tab, setTab] = useState<'templates' | 'brand'>('brand');
  const options = (['templates', 'brand'] as const).map((value) => ({
    value,
    label: t(`left.${value}`),
  }));
  return (
    <aside className="editor-side editor-left" aria-label={t('panel.left')}>
      <h2 className="hidden-text">{t('panel.left')}</h2>
      <Tabs
        id="editor-left"
        label={t('panel.left')}
        value={tab}
        options={options}
        onChange={setTab}
      />
      <div role="tabpanel" id="editor-left-panel" aria-labelledby={`editor-left-${tab}`}>
        {tab === 'templates' ? (
          <TemplateTab document={props.document} />
        ) : (
          <>
            <LogoPart add={props.add} />
            <ColourPart {...props} />
            <FontPart {...props} />
            <PhotoPart {...props} />
          </>
        )}
      </div>
    </aside>
  );
}

function LogoPart({ add }: { add: AddLayers }) {
  const { t } = useTranslation('editor');
  const { look, kit, words } = add;
  // One for dark grounds and one for light ones; two only where they differ.
  const dark = { logo: kit?.logoDark ?? kit?.logo, ground: look.ground, ink: look.paper };
  const light = { logo: kit?.logo ?? kit?.logoDark, ground: look.paper, ink: look.ground };
  const isOne = dark.logo?.assetId === light.logo?.assetId;
  const shown = isOne ? [kit?.logo ? light : dark] : [dark, light];
  return (
    <section>
      <h3>{t('left.logo')}</h3>
      <div className="editor-logos">
        {shown.map(({ logo, ground, ink }) => (
          <button
            key={logo?.assetId ?? ''}
            type="button"
            className="editor-logo"
            style={{ background: ground, color: ink }}
            aria-label={t('left.addLogo', { name: words })}
            onClick={() => add.logo(logo)}
          >
            {logo ? <img src={logo.url} alt="" /> : <span className="serif cut">{words}</span>}
          </button>
        ))}
      </div>
    </section>
  );
}

function ColourPart({ document, deeds, add }: Props) {
  const { t } = useTranslation('editor');
  const paint = usePaint(document, deeds);
  return (
    <section>
      <h3>{t('left.colours')}</h3>
      <div className="editor-tints">
        {shopColours(add.look).map(({ name, colour }) => (
          <button
            key={name}
            type="button"
            aria-pressed={paint.colour?.toUpperCase() === colour.toUpperCase()}
            aria-label={t('left.paint', { colour: t(`colour.${name}`) })}
            onClick={() => paint.set(colour)}
          >
            <b style={{ background: colour }} />
            <span>{t(`colour.${name}`)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function FontPart({ document, deeds, add }: Props) {
  const { t } = useTranslation('editor');
  const paint = usePaint(document, deeds);
  const families = [
    { family: add.look.title, use: t('left.forTitles') },
    { family: add.look.text, use: t('left.forTexts') },
  ];
  const known = add.kit?.families ?? [];
  const shown = known.filter(({ family }) => family === add.look.title || family === add.look.text);
  useFontFaces(shown);
  return (
    <section>
      <h3>{t('left.fonts')}</h3>
      {families.map(({ family, use }) => (
        <button
          key={use}
          type="button"
          className="editor-font"
          disabled={!paint.canSetFont}
          onClick={() => paint.setFont(family)}
        >
          <span style={faceStyle(family)}>
            {shown.find((one) => one.family === family)?.name ?? family}
          </span>
          <span className="small muted">{use}</span>
        </button>
      ))}
    </section>
  );
}

/** Photos of the products the picture is about, and the way to all others. */
function PhotoPart({ document, add }: Props) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const [isPicking, setPicking] = useState(false);
  const { scene, selected } = document;
  const answers = useQueries({
    queries: document.doc.source.productIds
      .slice(0, 6)
      .map((productId) => api.catalogue.get.queryOptions({ input: { productId } })),
  });
  const assetIds = answers.flatMap(({ data }) => data?.photos.map((photo) => photo.assetId) ?? []);
  const target = scene?.layers.find(
    (layer) => layer.kind === 'photo' && selected.includes(layer.id),
  );
  const put = (assetId: string) => void add.replacePhoto(assetId, target?.id);
  return (
    <section>
      <h3>{t(assetIds.length > 0 ? 'left.productPhotos' : 'left.photos')}</h3>
      <div className="editor-thumbs">
        {[...new Set(assetIds)].map((assetId, index) => (
          <button
            key={assetId}
            type="button"
            aria-label={t('left.photo', { number: index + 1 })}
            aria-pressed={target?.kind === 'photo' && target.photoId === assetId}
            onClick={() => put(assetId)}
          >
            <img src={`/media/${assetId}/thumb`} alt="" draggable={false} />
          </button>
        ))}
        <button type="button" aria-label={t('add.photo')} onClick={() => setPicking(true)}>
          <IconPhotoPlus aria-hidden />
        </button>
      </div>
      <PhotoPicker
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          setPicking(false);
          put(assetId);
        }}
      />
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { pickLayers } from '../../../../shared/scene/edit/change-layers.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
import { Switch } from '../../../ui/switch.tsx';
import { ArrangeRow } from './arrange-row.tsx';
import { ColourDots } from './colour-dots.tsx';
import { layerName } from './layer-names.ts';
import { LookRows } from './look-rows.tsx';
import type { PanelProps } from './panel-props.ts';
import { PhotoRows } from './photo-rows.tsx';
import { PlaceRows } from './place-rows.tsx';
import { ShapeRows } from './shape-rows.tsx';
import { TextRows } from './text-rows.tsx';
import { withoutGaps } from '../../../../shared/rules/plain-records.ts';

/** What can be set of what is selected; of the picture itself where nothing is. */
export function PropertiesPanel(props: PanelProps) {
  const { t } = useTranslation('editor');
  const { document, scene, deeds } = props;
  const picked = pickLayers(scene, document.selected);
  const [only] = picked;
  const title =
    picked.length === 0
      ? t('panel.picture')
      : picked.length === 1 && only
        ? layerName(only, t)
        : t('stage.count', { count: picked.length });
  return (
    <section className="editor-properties" aria-labelledby="editor-properties">
      <h3 id="editor-properties" className="cut">
        {title}
      </h3>
      {picked.length === 0 ? <PictureRows {...props} /> : null}
      {picked.length > 0 ? <ArrangeRow deeds={deeds} picked={picked} /> : null}
      {picked.length === 1 && only ? <LayerRows key={only.id} {...props} layer={only} /> : null}
      {picked.length > 1 ? <ManyRows {...props} picked={picked} /> : null}
      {Object.keys(document.doc.scenes).length > 1 ? (
        <div className="editor-spread">
          <Switch
            checked={document.spreads}
            onChange={document.setSpreads}
            label={t('panel.spread')}
          />
          <p className="small muted">{t('panel.spreadHint')}</p>
        </div>
      ) : null}
    </section>
  );
}

function LayerRows(props: PanelProps & { layer: Layer }) {
  const { layer, deeds, document } = props;
  const set = (patch: Partial<Layer>, gesture?: string) => {
    deeds.set(
      [layer.id],
      (one) => withoutGaps({ ...one, ...patch }) as Layer,
      gesture && `${gesture}-${layer.id}`,
    );
    if (!gesture) document.finish();
  };
  return (
    <div className="editor-grid">
      {'style' in layer ? <TextRows {...props} layer={layer} set={set as never} /> : null}
      {layer.kind === 'photo' ? <PhotoRows {...props} layer={layer} set={set as never} /> : null}
      <ShapeRows {...props} layer={layer} set={set} />
      <PlaceRows {...props} layer={layer} set={set} />
      <LookRows {...props} layer={layer} set={set} />
    </div>
  );
}

function ManyRows({ picked, deeds, add }: PanelProps & { picked: readonly Layer[] }) {
  const { t } = useTranslation('editor');
  const ids = picked.map((layer) => layer.id);
  const wordy = picked.find((layer) => 'style' in layer);
  if (!wordy || !('style' in wordy)) return null;
  return (
    <div className="editor-grid">
      <span>{t('text.colour')}</span>
      <ColourDots
        label={t('text.colour')}
        value={wordy.style.colour}
        look={add.look}
        onChange={(colour, gesture) =>
          deeds.set(
            ids,
            (one) =>
              'style' in one ? ({ ...one, style: { ...one.style, colour } } as Layer) : one,
            gesture,
          )
        }
      />
    </div>
  );
}

function PictureRows({ document, scene, add }: PanelProps) {
  const { t } = useTranslation('editor');
  const { background } = scene;
  return (
    <div className="editor-grid">
      <span>{t('panel.background')}</span>
      <ColourDots
        label={t('panel.background')}
        value={typeof background === 'string' ? background : background.stops[0]?.colour}
        look={add.look}
        onChange={(colour, gesture) =>
          document.change((now) => ({ ...now, background: colour }), gesture)
        }
      />
      <span>{t('panel.size')}</span>
      <span className="num">
        {scene.widthPx} × {scene.heightPx}
      </span>
    </div>
  );
}

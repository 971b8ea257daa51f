import './film-player.css';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { safeZonesOf, type ZoneRect } from '../../../../shared/rules/safe-zones.ts';
import { PlayerBar } from './player-bar.tsx';
import { usePlayerKeys } from './player-keys.ts';
import type { Player } from './use-player.ts';

/** A film that plays on its stage, with the bar to play it by. Keys work while the focus is within. */
export function FilmPlayer({
  player,
  label,
  children,
}: {
  player: Player;
  label: string;
  /** Stands over the picture, as large as it. */
  children?: ReactNode;
}) {
  const [hasZones, setZones] = useState(false);
  const onKeyDown = usePlayerKeys(player);
  const { scene } = player;
  return (
    // The bar's buttons do all that the keys do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="film-player" onKeyDown={onKeyDown}>
      <div className="film-screen">
        {scene ? (
          <span
            className={player.isReady ? 'film-picture' : 'film-picture sk'}
            style={shape(scene)}
          >
            <FilmCanvas player={player} label={label} />
            {hasZones ? <Zones format={scene.format} /> : null}
            {children}
          </span>
        ) : null}
      </div>
      <PlayerBar player={player} hasZones={hasZones} onZones={setZones} />
    </div>
  );
}

function shape({ widthPx, heightPx }: { widthPx: number; heightPx: number }): CSSProperties {
  return { '--film-ratio': String(widthPx / heightPx) } as CSSProperties;
}

/** Drawn as large as it is shown, no larger. */
function FilmCanvas({ player, label }: { player: Player; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { engine } = player;
  useEffect(() => {
    const shown = canvas.current;
    if (!shown || !engine) return undefined;
    const fit = () => engine.setCanvas(shown, shown.clientWidth * devicePixelRatio);
    const watch = new ResizeObserver(fit);
    watch.observe(shown);
    fit();
    return () => {
      watch.disconnect();
      engine.setCanvas(undefined, 0);
    };
  }, [engine]);
  return <canvas ref={canvas} role="img" aria-label={label} aria-busy={!player.isReady} />;
}

/** What the networks lay over a reel, or cut off another format. */
function Zones({ format }: { format: string }) {
  const zones = safeZonesOf(format);
  const zone = zones.find(({ id }) => id === 'reel-buttons') ?? zones.find((one) => one.rects[0]);
  return zone?.rects.map((rect, index) => (
    <span key={index} className="film-zone" style={place(rect)} aria-hidden="true" />
  ));
}

function place({ xFrac, yFrac, widthFrac, heightFrac }: ZoneRect): CSSProperties {
  const share = (frac: number) => `${(frac * 100).toFixed(2)}%`;
  return {
    ...{ left: share(xFrac), top: share(yFrac) },
    ...{ width: share(widthFrac), height: share(heightFrac) },
  };
}

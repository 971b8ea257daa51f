import pictureUrl from './window.webp';

const stripes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const stripeWidth = 40;
const topLeft = 24;
const topWidth = (440 - 2 * topLeft) / stripes.length;

/** One stripe of the awning: narrow at the wall, round at the hem. */
function stripePath(index: number): string {
  const left = (topLeft + index * topWidth).toFixed(1);
  const right = (topLeft + (index + 1) * topWidth).toFixed(1);
  const hem = index * stripeWidth;
  return `M${left} 0L${right} 0L${hem + stripeWidth} 76v8a20 20 0 0 1-40 0v-8z`;
}

/** The drawing of the first screen: a shop with the merchant's picture in its window. */
export function ShopFront({ words }: { words: string }) {
  return (
    <div className="street" aria-hidden="true">
      <div className="shop-front">
        <svg className="awning" viewBox="0 0 440 104">
          {stripes.map((index) => (
            <path
              key={index}
              d={stripePath(index)}
              fill={index % 2 === 0 ? '#B8431F' : '#FBF4EA'}
            />
          ))}
          <path d="M0 76h440" stroke="#211D1A" strokeOpacity=".14" strokeWidth="1.5" />
        </svg>
        <div className="pane">
          <div className="pane-glass">
            <img src={pictureUrl} alt="" />
            <span className="serif pane-words">{words}</span>
          </div>
        </div>
        <div className="sill" />
        <div className="riser">
          <i />
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}

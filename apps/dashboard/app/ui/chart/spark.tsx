export interface SparkDrawing {
  now: string;
  before: string;
  /** Where the dot of the last value stands. */
  x: number;
  y: number;
}

/** Solid now, dashed before; the words beside it say the same. */
export function Spark({ drawing }: { drawing: SparkDrawing }) {
  return (
    <svg className="spark" viewBox="0 0 88 40" aria-hidden="true">
      {drawing.before && <path className="was" d={drawing.before} />}
      <path className="now" d={drawing.now} />
      <circle cx={drawing.x} cy={drawing.y} r="4" />
    </svg>
  );
}

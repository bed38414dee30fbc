import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import { drawRows, type Scene } from './draw';
import { drawAxis, drawGrid, drawLines, drawNames, type Edges, type Names } from './drawEdges';
import { drawOverlay, type Marks } from './drawOverlay';
import { Frame } from './frame';

// The board's two canvases and the gestures on them: the lower one has the
// movements, the upper one what changes with the pointer and the time cursor.
// They are drawn once for each frame in which anything has changed.

const mostPerHour = 240; // pixels: there is nothing to see between minutes

export class Stage {
  readonly frame = new Frame();
  readonly marks: Marks = { cursor: null, cursorLabel: '', hover: null, focus: null, selected: null };
  scene: Scene | null = null;
  edges: Edges | null = null;
  names: Names | null = null;
  /** Called when another part of the board is seen. */
  onview = (): void => {};

  readonly #scroller: HTMLElement;
  readonly #base: CanvasRenderingContext2D;
  readonly #over: CanvasRenderingContext2D;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  readonly #selection: Selection<HTMLElement, unknown, null, undefined>;
  #scale: ScaleLinear<number, number> = scaleLinear();
  #span: [number, number] = [0, 1];
  #last = { k: 1, y: 0 };
  #asked = 0;
  #baseStale = false;

  constructor(scroller: HTMLElement, base: HTMLCanvasElement, over: HTMLCanvasElement) {
    this.#scroller = scroller;
    this.#base = base.getContext('2d', { alpha: false })!;
    this.#over = over.getContext('2d')!;
    this.#zoom = zoom<HTMLElement, unknown>()
      .filter((event: MouseEvent) => this.#takes(event))
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => this.#moved(event));
    this.#selection = select(scroller).call(this.#zoom).on('dblclick.zoom', null);
    scroller.addEventListener('scroll', () => this.redraw(), { passive: true });
    scroller.addEventListener('wheel', (event) => this.#sideways(event), { passive: false });
  }

  get context(): CanvasRenderingContext2D {
    return this.#base;
  }

  /** A wheel alone scrolls the rows; with Ctrl, or on the axis, it zooms. Who drags moves both time and rows. */
  #takes(event: MouseEvent): boolean {
    const onAxis = event.clientY - this.#scroller.getBoundingClientRect().top < this.frame.axis;
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey || (onAxis && !event.shiftKey);
    return !event.button && !event.ctrlKey && !onAxis;
  }

  #sideways(event: WheelEvent): void {
    const by = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey || Math.abs(by) < (event.shiftKey ? 1 : Math.abs(event.deltaY))) return;
    event.preventDefault();
    this.panBy(-by);
  }

  #moved({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>): void {
    const by = transform.y - this.#last.y;
    if (transform.k === this.#last.k && sourceEvent && by !== 0) {
      const before = this.#scroller.scrollTop;
      this.#scroller.scrollTop -= by;
      // A finger that can move the rows no further moves the page.
      if (sourceEvent instanceof TouchEvent && this.#scroller.scrollTop === before) scrollBy(0, -by);
    }
    this.#last = { k: transform.k, y: transform.y };
    this.frame.from = this.#scale.invert(transform.invertX(this.frame.labels));
    this.frame.until = this.#scale.invert(transform.invertX(this.frame.width));
    this.redraw();
    this.onview();
  }

  /** Lays the board out anew: its size, and the span of time that it can show. */
  resize(width: number, height: number, labels: number, span: [number, number]): void {
    const { frame } = this;
    const seen: [number, number] = span[0] === this.#span[0] && span[1] === this.#span[1] ? [frame.from, frame.until] : span;
    this.#span = span;
    Object.assign(frame, { width, height, labels });
    const ratio = Math.min(2, devicePixelRatio || 1);
    for (const ctx of [this.#base, this.#over]) {
      ctx.canvas.width = Math.round(width * ratio);
      ctx.canvas.height = Math.round(height * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.#scale = scaleLinear(span, [labels, width]);
    const most = Math.max(1, ((span[1] - span[0]) / 3_600_000) * (mostPerHour / Math.max(1, width - labels)));
    this.#zoom
      .extent([[labels, 0], [width, height]])
      .translateExtent([[labels, -Infinity], [width, Infinity]])
      .scaleExtent([1, most]);
    this.show(seen[0], seen[1]);
  }

  /** Shows a span of time. */
  show(from: number, until: number): void {
    const k = (this.#span[1] - this.#span[0]) / Math.max(1, until - from);
    const to = zoomIdentity.translate(this.frame.labels - k * this.#scale(from), 0).scale(k);
    this.#selection.call(this.#zoom.transform, to);
  }

  fit(): void {
    this.show(...this.#span);
  }

  zoomBy(factor: number): void {
    this.#selection.call(this.#zoom.scaleBy, factor);
  }

  /** By pixels; to the left where they are negative. */
  panBy(pixels: number): void {
    this.#selection.call(this.#zoom.translateBy, pixels / this.#last.k, 0);
  }

  /** Brings a span of time and of heights into sight. */
  reveal(from: number, until: number, y: number, height: number): void {
    const { frame } = this;
    const width = frame.until - frame.from;
    if (from < frame.from || from > frame.until - 0.05 * width) {
      const start = Math.min(from - 0.2 * width, Math.max(from - 0.4 * width, until - 0.9 * width));
      this.show(start, start + width);
    }
    const room = frame.height - frame.axis;
    if (y < this.#scroller.scrollTop) this.#scroller.scrollTop = y - 30;
    else if (y + height > this.#scroller.scrollTop + room) this.#scroller.scrollTop = y + height - room + 30;
  }

  /** Draws everything in the next frame. */
  redraw(): void {
    this.#baseStale = true;
    this.remark();
  }

  /** Draws in the next frame what changes with pointer and cursor. */
  remark(): void {
    this.#asked ||= requestAnimationFrame(this.#draw);
  }

  readonly #draw = (): void => {
    this.#asked = 0;
    const { frame, scene, edges, names } = this;
    if (!scene || !edges || !names || frame.width === 0) return;
    frame.scroll = this.#scroller.scrollTop;
    if (this.#baseStale) {
      this.#baseStale = false;
      const ctx = this.#base;
      ctx.textBaseline = 'middle';
      drawGrid(ctx, frame, scene.look, edges);
      drawRows(ctx, scene, frame);
      drawLines(ctx, frame, scene.look, edges);
      drawNames(ctx, frame, scene.look, scene.layout.rows, names);
      drawAxis(ctx, frame, scene.look, edges);
    }
    drawOverlay(this.#over, frame, scene.look, this.marks);
  };

  close(): void {
    cancelAnimationFrame(this.#asked);
    this.#selection.on('.zoom', null);
  }
}

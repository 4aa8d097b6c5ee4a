/** What the server sends; see southsouth/views/scene/wire.py. */
export interface Look { fill: string; border: string }
export interface Kind { kind: string; name: string; count: number; shape: string; light: Look; dark: Look }
export interface Func { key: string; name: string; count: number; dashes: number[] | false; light: string; dark: string }
export interface Nodes {
  path: string[]; label: string[]; title: string[]; kind: number[]; lane: number[]; day: string[];
  known: number[]; cited: number[]; x: number[]; y: number[]; r: number[];
}
export type Band = [string, number, number];
export interface Frame {
  title: string; focus: number; leftOut: number; query: string; box: [number, number, number, number];
  kinds: Kind[]; how: string[]; lanes: Band[]; ticks: [string, number][]; nodes: Nodes;
}
export interface Atlas extends Frame { out: number[][]; names: Record<string, string[]> }
export interface Edges {
  from: number[]; to: number[]; function: number[]; verb: string[]; count: number[]; preambular: number[]; d: string[];
}
export interface Scene extends Frame { functions: Func[]; edges: Edges }
export type Place = [string, string] | null;
export interface Mark {
  event: string; number: number; row: number; x: number | null; force: string; day: string; label: string;
  where: Place; also: Place; quote: string;
}
export interface Segment {
  name: string; form: string; status: string; use: string; row: number; x0: number; x1: number; x2: number; x3: number;
  label_x: number; label_end: boolean; goes_on: boolean; bounds: string[]; ticks: number[];
}
export interface LineageLane {
  path: string; label: string; kind: string; top: number; height: number; rows: number; mark_rows: number;
  segments: Segment[]; marks: Mark[];
}
export interface Join { source: number; target: number; x: number; kind: string; words: string }
export interface Lineage {
  title: string; lanes: LineageLane[]; joins: Join[]; first: string; last: string; left: number; right: number;
  width: number; height: number; axis: number; ticks: [string, number][]; query: string;
}
export interface Sentence {
  part: string; where: string; verbs: string[]; pinpoints: string[]; printed: string[]; pieces: [string, string][];
}
export interface Value { text: string; iri: string; language: string }
export interface Citing { where: Value; verb: Value | null; target: Value; pinpoint: string; printed: string; how: string }
export interface Card {
  iri: string; title: string; subtitle: string; is_document: boolean; official: string; citing_total: number; left_out: number;
  kinds: Value[]; sources: Value[];
  facts: { term: Value; values: Value[]; count: number }[];
  others: { term: Value; values: Value[]; count: number }[];
  provisions: { fragment: string; label: string; kind: string; phrase: string; verb: Value | null; quote: string; cites: Citing[] }[];
  cited_by: Citing[];
  events: { fragment: string; day: string; force: string; label: string; where: Value; also: Value | null; quote: string }[];
  names: { fragment: string; form: string; status: string; use: string; first: string; last: string; attestations: number }[];
}
/** What the address of the page says. */
export interface State {
  view: string; focus: string; to: string; depth: string; function: string[]; lane: string[]; since: string; until: string;
  part: string; by: string; hide: string[]; date: string; line: string; show: string; at: string;
}
export interface Actions {
  go(change: Partial<State>, replace?: boolean): void;
  atlas(): Promise<Atlas>;
  status(text: string): void;
}
export interface View {
  show(state: State): Promise<void>;
  leave(): void;
  title(): string;
  table(): HTMLElement | null;
  lines?(path: string): { from: string; to: string; verb: string; other: string; count: number }[];
  canvas?(): HTMLCanvasElement | null;
  svg?(): SVGSVGElement | null;
  query?(): string;
}

export { diffModels } from './diff-models.ts';
export type { DiffOptions } from './diff-models.ts';
export type { Judgement, Preset } from './judge.ts';
export type {
  Area,
  Bump,
  Change,
  ChangeDirection,
  ComparedDocument,
  Diff,
  Level,
  TouchedOperation,
  Verdict,
} from './change.ts';
export { emitHtmlReport } from './report/html-report.ts';
export { emitJsonReport } from './report/json-report.ts';
export { emitMarkdownReport } from './report/markdown-report.ts';
export { markdownCode, markdownText } from './report/markdown-text.ts';
export { predicateOf } from './report/predicate.ts';
export { emitTextReport, type TextColours } from './report/text-report.ts';
export { RULES } from './rules/rules.ts';
export type { Rule } from './rules/rule.ts';

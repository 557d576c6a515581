import type { DocumentKind, DocumentValues, TemplateName, TemplateProblem } from '../documents.ts';
import type { TextEdit } from '../textRange.ts';
import type { NewEpic } from './epicsPort.ts';

/** Templates, and the texts that are made of them. All pure. A `template` of null means the built-in one. */
export interface DocumentsPort {
  newEpic(values: NewEpic, template: string | null): string;
  newDocument(kind: DocumentKind, values: DocumentValues, template: string | null): string;
  /** The edit that adds a dated entry to the end of a decision log. */
  appendDecision(text: string, values: DocumentValues, template: string | null): TextEdit;
  builtIn(name: TemplateName): string;
  /** What is odd about a team's template. */
  check(name: TemplateName, text: string): readonly TemplateProblem[];
}

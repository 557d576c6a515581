import type { DocumentsPort } from '../../model/ports/documentsPort.ts';
import type { EpicsPort } from '../../model/ports/epicsPort.ts';
import { BUILT_IN_TEMPLATE } from '../builtInTemplate.ts';
import { newEpic } from '../template.ts';
import { checkTemplate } from './checkTemplate.ts';
import { DOCUMENT_TEMPLATES } from './documentTemplates.ts';
import { appendDecision, newDocument } from './newDocument.ts';

/** Templates and what is made of them, apart from the rest of this room: most readers of epic files never write one. */
export function createDocuments(parseEpic: EpicsPort['parseEpic']): DocumentsPort {
  return {
    ...{ newEpic, newDocument, appendDecision },
    builtIn: name => (name === 'epic' ? BUILT_IN_TEMPLATE : DOCUMENT_TEMPLATES[name]),
    check: (name, text) => checkTemplate(name, text, parseEpic),
  };
}

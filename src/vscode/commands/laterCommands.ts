import { addTicketToEpic } from './addTicketToEpic.ts';
import type { Command } from './context.ts';
import { copyPullRequestDescription } from './copyPullRequestDescription.ts';
import { customiseTemplate } from './customiseTemplate.ts';
import { insertTicketTrailer } from './insertTicketTrailer.ts';
import { newDocument } from './newDocument.ts';
import { newEpic } from './newEpic.ts';
import { nextStage } from './nextStage.ts';
import { notThisTicket } from './notThisTicket.ts';
import { openDocument } from './openDocument.ts';
import { openEpic } from './openEpic.ts';
import { openEvidence } from './openEvidence.ts';
import { pinTicket } from './pinTicket.ts';
import { recordEarlySign } from './recordEarlySign.ts';
import { recordMeasurement } from './recordMeasurement.ts';
import { reviewOutcome } from './reviewOutcome.ts';
import { revisitBelief } from './revisitBelief.ts';
import { outcomeCommits } from './why/outcomeCommits.ts';
import { whyPath } from './why/whyPath.ts';
import { writeOutcome } from './writeOutcome.ts';

/** Commands of a bundle of their own, loaded when one of them first runs. */
export const laterCommands = {
  ...{ newEpic, writeOutcome, addTicketToEpic, openEpic, nextStage, recordMeasurement, reviewOutcome },
  ...{ recordEarlySign, revisitBelief, newDocument, openDocument, customiseTemplate },
  ...{ pinTicket, notThisTicket, openEvidence, insertTicketTrailer, copyPullRequestDescription },
  ...{ whyPath, outcomeCommits },
} satisfies Readonly<Record<string, Command>>;

export type LaterCommands = typeof laterCommands;

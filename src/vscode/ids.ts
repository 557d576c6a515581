/** Every id that the manifest and the code share. A contract test compares both ways. */
export const EXTENSION_ID = 'outcome-lens.outcome-lens';

export const COMMANDS = {
  showOutcome: 'outcomeLens.showOutcome',
  writeOutcome: 'outcomeLens.writeOutcome',
  addTicketToEpic: 'outcomeLens.addTicketToEpic',
  openEpic: 'outcomeLens.openEpic',
  nextStage: 'outcomeLens.nextStage',
  recordMeasurement: 'outcomeLens.recordMeasurement',
  reviewOutcome: 'outcomeLens.reviewOutcome',
  recordEarlySign: 'outcomeLens.recordEarlySign',
  revisitBelief: 'outcomeLens.revisitBelief',
  whyFile: 'outcomeLens.whyFile',
  whyFolder: 'outcomeLens.whyFolder',
  outcomeCommits: 'outcomeLens.outcomeCommits',
  newDocument: 'outcomeLens.newDocument',
  openDocument: 'outcomeLens.openDocument',
  customiseTemplate: 'outcomeLens.customiseTemplate',
  pinTicket: 'outcomeLens.pinTicket',
  unpinTicket: 'outcomeLens.unpinTicket',
  notThisTicket: 'outcomeLens.notThisTicket',
  insertTicketTrailer: 'outcomeLens.insertTicketTrailer',
  copyPullRequestDescription: 'outcomeLens.copyPullRequestDescription',
  whyIsThisLineHere: 'outcomeLens.whyIsThisLineHere',
  showReadiness: 'outcomeLens.showReadiness',
  undoLastTick: 'outcomeLens.undoLastTick',
  openEvidence: 'outcomeLens.openEvidence',
  openItem: 'outcomeLens.openItem',
  showEpics: 'outcomeLens.showEpics',
  newEpic: 'outcomeLens.newEpic',
  moveUnder: 'outcomeLens.moveUnder',
  undoLastMove: 'outcomeLens.undoLastMove',
  filterEpics: 'outcomeLens.filterEpics',
  clearEpicsFilter: 'outcomeLens.clearEpicsFilter',
  sortEpics: 'outcomeLens.sortEpics',
  openValueTree: 'outcomeLens.openValueTree',
  openInsights: 'outcomeLens.openInsights',
  openBoard: 'outcomeLens.openBoard',
  exportRetrospective: 'outcomeLens.exportRetrospective',
  offerMcp: 'outcomeLens.offerMcp',
  withdrawMcp: 'outcomeLens.withdrawMcp',
  chooseRepository: 'outcomeLens.chooseRepository',
  refresh: 'outcomeLens.refresh',
  showLog: 'outcomeLens.showLog',
} as const;
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

export const VIEWS = {
  container: 'outcomeLens',
  outcome: 'outcomeLens.outcome',
  readiness: 'outcomeLens.readiness',
  epics: 'outcomeLens.epics',
} as const;

export const PANELS = { insights: 'outcomeLens.insights', board: 'outcomeLens.board' } as const;

export const STATUS_ITEMS = { outcome: 'outcomeLens.outcome', readiness: 'outcomeLens.readiness' } as const;

/** Tools for language models, by their names in `src/agents`. */
export const AGENT_TOOL_IDS = {
  outcome: 'outcomeLens_outcome',
  readiness: 'outcomeLens_readiness',
  flow: 'outcomeLens_flow',
} as const;

export const MCP_PROVIDER = 'outcomeLens.mcp';

export const CONTEXT_KEYS = {
  /** Why the Readiness view is empty: '' while it shows gates. */
  readinessEmpty: 'outcomeLens.readinessEmpty',
  canUndoTick: 'outcomeLens.canUndoTick',
  /** Why the Epics view is empty: '' while it shows rows. */
  epicsEmpty: 'outcomeLens.epicsEmpty',
  epicsFiltered: 'outcomeLens.epicsFiltered',
  canUndoMove: 'outcomeLens.canUndoMove',
  severalRepositories: 'outcomeLens.severalRepositories',
  pinned: 'outcomeLens.pinned',
  offersMcp: 'outcomeLens.offersMcp',
} as const;

export const SETTINGS = {
  folder: 'folder',
  quiet: 'quiet',
  codeLens: 'codeLens',
  agents: 'agents.enabled',
  lineHover: 'lineHover',
  soloRepository: 'privacy.soloRepository',
} as const;

/** A set of the words in a text, parted by blanks. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Verbs that begin a task, whatever follows. Particles are joined by `_`. */
export const TASK_VERBS = words(`
  add architect automate build bump clean_up configure consolidate containerise containerize create decommission
  decouple deploy deprecate develop evaluate finalise finalize implement install integrate introduce kick_off localise
  localize migrate modernise modernize modularise modularize productionise productionize prototype rearchitect rebrand
  rebuild redesign redo refactor rename replatform restructure rewrite roll_out scaffold set_up setup standardise
  standardize sunset transition unify upgrade work_on`);

/** Verbs of tasks that are verbs of business too ("deliver parcels on the promised day"): their object decides. */
export const COMMON_VERBS = words(`
  code complete conduct connect convert define delete deliver design document enable enhance establish expose extend
  extract finish fix harden host improve increase launch merge move open optimise optimize organise organize package
  perform plan port prepare provide publish reduce refresh release remove replace retire rework run ship simplify
  split start streamline support switch sync test tidy train update use write`);

/** Of these, the ones that name an effect unless their object is something that only engineers see. */
export const EFFECT_VERBS = words('enhance improve increase optimise optimize reduce simplify streamline');

/** What is created or built and is no thing to build: "build trust", "create jobs". */
export const ABSTRACT = words(`
  awareness community confidence demand habit habits jobs loyalty momentum opportunities relationship relationships
  reputation room skills space time trust`);

/** Participles of tasks on software, for "the module is rewritten". */
export const TASK_PARTICIPLES = words(`
  automated configured consolidated containerised containerized decommissioned decoupled deployed deprecated
  implemented installed integrated localised localized migrated modernised modernized ported rebuilt redesigned
  refactored replatformed restructured rewritten rolled_out set_up standardised standardized upgraded`);

/** Participles of the verbs that are verbs of business too. */
export const COMMON_PARTICIPLES = words(`
  added built completed connected converted created deleted delivered designed developed documented enabled
  established extended finished introduced launched merged moved prepared published released removed renamed replaced
  retired shipped split switched tested updated written`);

/** Nouns of tasks, for "implementation of a chatbot". */
export const TASK_NOUNS = words(`
  automation consolidation containerisation containerization creation decommissioning deployment development extension
  implementation installation integration internationalisation internationalization introduction launch localisation
  localization migration modernisation modernization phase redesign refactoring relaunch release replacement
  restructuring rewrite roll-out rollout set-up setup upgrade version`);

/** Things that are built. */
export const THINGS = words(`
  api app application apps architecture bot button chatbot checkout cluster component console dashboard database
  engine feature features flag flow form framework frontend gateway integration interface layer library microservice
  microservices mode module mvp navigation notifications page pages panel pipeline platform plugin poc portal product
  prototype report reports repository schema screen screens sdk search server service services settings sidebar site
  support system template tool tools tooltips warehouse website widget widgets wizard`);

/** What only engineers see. */
export const TECHNOLOGY = words(`
  architecture backend class classes cloud cluster code codebase coverage database databases dependencies endpoint
  endpoints frontend functions index indexes infrastructure kubernetes legacy lint linting logging metrics
  microservice microservices module modules monitoring monolith pipeline pipelines queries query repositories
  repository schema schemas script scripts server servers sql tests`);

/** What work is planned in. */
export const PLANS = words(`
  backlog bug bugs documentation epic epics features initiative milestone milestones mvp phase poc points program
  programme project projects roadmap sprint stories story tickets version`);

/** Who could be better off. */
export const PEOPLE = words(`
  accountants agents anybody anyone applicants buyers callers children citizens clerks clients colleagues commuters
  customer customers dealers developers doctors drivers editors employees engineers everybody everyone families
  farmers guests households investors landlords learners listeners managers members merchants nobody nurses operators
  owners parents partners passengers patients people players pupils readers residents sellers seniors shoppers staff
  students subscribers suppliers teachers teams technicians tenants testers travellers users viewers visitors
  volunteers we workers`);

/** Words that say that somebody or something acts, so that a phrase is a sentence. */
export const FINITE = words(`
  are be become becomes can comes cost costs drops falls fell find finds get gets give gives go goes grows had has
  have help helps is keep keeps know knows last lasts leads learn let lets like love make makes may means need needs
  never no_longer rises save saves see sees stay stays stop stops take takes trust turn use uses want was were will
  work works`);

/** Words that go on with a phrase rather than say what somebody does. */
export const LINKS = words(`
  a across after all and are as at before by during for from if in including inside into is of on or our over per the
  their through throughout to under until via when where which who will with within`);

/** Words of other languages, which these lists would misread. */
export const NOT_ENGLISH = words(`
  auf das dem den der des ein eine einen el en et für het il la las le les los mit nous para pour un una une und wir`);

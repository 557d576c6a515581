/** Of the built command line; null when it runs from source. */
export const VERSION = process.env.OUTCOME_LENS_VERSION ?? null;

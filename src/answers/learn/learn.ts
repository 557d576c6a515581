/** What other answers may use of this one. */
export { ratioOf, untestableOf } from './featureFactoryRatio.ts';

// Generated from the files beside it; `npm run generate` writes it anew.
import structureBadValue from './structure/bad-value.ts';
import structureConflictMarker from './structure/conflict-marker.ts';
import structureFutureObservation from './structure/future-observation.ts';
import structureMisplacedStatement from './structure/misplaced-statement.ts';
import structureMissingId from './structure/missing-id.ts';
import structureMissingTitle from './structure/missing-title.ts';
import structurePeriodReversed from './structure/period-reversed.ts';
import structurePlaceholderLeft from './structure/placeholder-left.ts';
import structureRepeatedStatement from './structure/repeated-statement.ts';
import structureRequiredMissing from './structure/required-missing.ts';
import structureSeveralPlans from './structure/several-plans.ts';
import structureShareNot100 from './structure/share-not-100.ts';
import structureTextNotTerminated from './structure/text-not-terminated.ts';
import structureUnclosedBlock from './structure/unclosed-block.ts';
import structureUnexpectedText from './structure/unexpected-text.ts';
import structureUnknownStatement from './structure/unknown-statement.ts';
import namesDuplicateName from './names/duplicate-name.ts';
import namesEndedActor from './names/ended-actor.ts';
import namesNoPlan from './names/no-plan.ts';
import namesPlanCycle from './names/plan-cycle.ts';
import namesShadowedName from './names/shadowed-name.ts';
import namesUnknownName from './names/unknown-name.ts';
import namesUnusedDeclaration from './names/unused-declaration.ts';
import namesWrongKind from './names/wrong-kind.ts';
import accountabilityNoAccountable from './accountability/no-accountable.ts';
import monitoringAlarmCrossed from './monitoring/alarm-crossed.ts';
import monitoringCohortMixed from './monitoring/cohort-mixed.ts';
import monitoringConceptMixed from './monitoring/concept-mixed.ts';
import monitoringDataFile from './monitoring/data-file.ts';
import monitoringDuplicateDefinition from './monitoring/duplicate-definition.ts';
import monitoringGoalWithoutIndicator from './monitoring/goal-without-indicator.ts';
import monitoringImpatientTarget from './monitoring/impatient-target.ts';
import monitoringIndicatorWithoutBaseline from './monitoring/indicator-without-baseline.ts';
import monitoringIndicatorWithoutFrequency from './monitoring/indicator-without-frequency.ts';
import monitoringIndicatorWithoutOwner from './monitoring/indicator-without-owner.ts';
import monitoringIndicatorWithoutSource from './monitoring/indicator-without-source.ts';
import monitoringIndicatorWithoutTarget from './monitoring/indicator-without-target.ts';
import monitoringIndicatorWithoutUnit from './monitoring/indicator-without-unit.ts';
import monitoringMovingAway from './monitoring/moving-away.ts';
import monitoringNoComparison from './monitoring/no-comparison.ts';
import monitoringNoDirection from './monitoring/no-direction.ts';
import monitoringNoDisaggregation from './monitoring/no-disaggregation.ts';
import monitoringNoEvaluation from './monitoring/no-evaluation.ts';
import monitoringNoReview from './monitoring/no-review.ts';
import monitoringOffTrack from './monitoring/off-track.ts';
import monitoringOnlyNationalIndicators from './monitoring/only-national-indicators.ts';
import monitoringOutputOnly from './monitoring/output-only.ts';
import monitoringPartsDoNotAddUp from './monitoring/parts-do-not-add-up.ts';
import monitoringReferenceYearsDiffer from './monitoring/reference-years-differ.ts';
import monitoringSpeedOnlyTarget from './monitoring/speed-only-target.ts';
import monitoringStaleData from './monitoring/stale-data.ts';
import monitoringTargetContradictsBaseline from './monitoring/target-contradicts-baseline.ts';
import monitoringTargetMissed from './monitoring/target-missed.ts';
import monitoringTargetOutsidePlan from './monitoring/target-outside-plan.ts';
import monitoringTargetWeakenedWithoutReason from './monitoring/target-weakened-without-reason.ts';
import monitoringTargetWithoutIndicator from './monitoring/target-without-indicator.ts';
import monitoringUnitMismatch from './monitoring/unit-mismatch.ts';
import monitoringUnusedIndicator from './monitoring/unused-indicator.ts';
import monitoringVagueTarget from './monitoring/vague-target.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  structureBadValue,
  structureConflictMarker,
  structureFutureObservation,
  structureMisplacedStatement,
  structureMissingId,
  structureMissingTitle,
  structurePeriodReversed,
  structurePlaceholderLeft,
  structureRepeatedStatement,
  structureRequiredMissing,
  structureSeveralPlans,
  structureShareNot100,
  structureTextNotTerminated,
  structureUnclosedBlock,
  structureUnexpectedText,
  structureUnknownStatement,
  namesDuplicateName,
  namesEndedActor,
  namesNoPlan,
  namesPlanCycle,
  namesShadowedName,
  namesUnknownName,
  namesUnusedDeclaration,
  namesWrongKind,
  accountabilityNoAccountable,
  monitoringAlarmCrossed,
  monitoringCohortMixed,
  monitoringConceptMixed,
  monitoringDataFile,
  monitoringDuplicateDefinition,
  monitoringGoalWithoutIndicator,
  monitoringImpatientTarget,
  monitoringIndicatorWithoutBaseline,
  monitoringIndicatorWithoutFrequency,
  monitoringIndicatorWithoutOwner,
  monitoringIndicatorWithoutSource,
  monitoringIndicatorWithoutTarget,
  monitoringIndicatorWithoutUnit,
  monitoringMovingAway,
  monitoringNoComparison,
  monitoringNoDirection,
  monitoringNoDisaggregation,
  monitoringNoEvaluation,
  monitoringNoReview,
  monitoringOffTrack,
  monitoringOnlyNationalIndicators,
  monitoringOutputOnly,
  monitoringPartsDoNotAddUp,
  monitoringReferenceYearsDiffer,
  monitoringSpeedOnlyTarget,
  monitoringStaleData,
  monitoringTargetContradictsBaseline,
  monitoringTargetMissed,
  monitoringTargetOutsidePlan,
  monitoringTargetWeakenedWithoutReason,
  monitoringTargetWithoutIndicator,
  monitoringUnitMismatch,
  monitoringUnusedIndicator,
  monitoringVagueTarget,
];

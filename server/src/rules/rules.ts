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
import coverageDimensionMissing from './coverage/dimension-missing.ts';
import coverageEmploymentOnly from './coverage/employment-only.ts';
import coverageEmploymentWithoutLanguage from './coverage/employment-without-language.ts';
import coverageFrameworkItemUncovered from './coverage/framework-item-uncovered.ts';
import coverageGoalWithoutMeasure from './coverage/goal-without-measure.ts';
import coverageGoalWithoutTarget from './coverage/goal-without-target.ts';
import coverageGroupOutsideSector from './coverage/group-outside-sector.ts';
import coverageGroupWithoutMeasure from './coverage/group-without-measure.ts';
import coverageHardFieldMissing from './coverage/hard-field-missing.ts';
import coverageLegalStatusGap from './coverage/legal-status-gap.ts';
import coverageNoAntiDiscrimination from './coverage/no-anti-discrimination.ts';
import coverageNoPreventiveMeasure from './coverage/no-preventive-measure.ts';
import coverageNoReceivingSocietyMeasure from './coverage/no-receiving-society-measure.ts';
import coverageOrphanMeasure from './coverage/orphan-measure.ts';
import coveragePeriodGap from './coverage/period-gap.ts';
import coveragePhaseHandoverMissing from './coverage/phase-handover-missing.ts';
import coveragePhaseWithoutMeasure from './coverage/phase-without-measure.ts';
import coveragePolicyCycleGap from './coverage/policy-cycle-gap.ts';
import coverageSectorWithoutLead from './coverage/sector-without-lead.ts';
import coverageSectorWithoutMeasure from './coverage/sector-without-measure.ts';
import coverageSectorWithoutResponsibility from './coverage/sector-without-responsibility.ts';
import coverageSectorWithoutTarget from './coverage/sector-without-target.ts';
import coverageTargetWithoutMeasure from './coverage/target-without-measure.ts';
import coverageWomenAndAgeMissing from './coverage/women-and-age-missing.ts';
import accountabilityAccountableIsTargetGroup from './accountability/accountable-is-target-group.ts';
import accountabilityAccountableWithoutAuthority from './accountability/accountable-without-authority.ts';
import accountabilityBelowLeadership from './accountability/below-leadership.ts';
import accountabilityConcentration from './accountability/concentration.ts';
import accountabilityLeadsNothing from './accountability/leads-nothing.ts';
import accountabilityLevelMismatch from './accountability/level-mismatch.ts';
import accountabilityNoAccountable from './accountability/no-accountable.ts';
import accountabilityNoCivilSocietyCoordinator from './accountability/no-civil-society-coordinator.ts';
import accountabilityNoCoordinator from './accountability/no-coordinator.ts';
import accountabilityNoDeadline from './accountability/no-deadline.ts';
import accountabilityNoResponsible from './accountability/no-responsible.ts';
import accountabilityNoStatus from './accountability/no-status.ts';
import accountabilityOutsourcedWithoutSupervision from './accountability/outsourced-without-supervision.ts';
import accountabilityOverdue from './accountability/overdue.ts';
import accountabilityOverlappingRoles from './accountability/overlapping-roles.ts';
import accountabilityPersonNotRole from './accountability/person-not-role.ts';
import accountabilityRoleConflict from './accountability/role-conflict.ts';
import accountabilitySeveralAccountable from './accountability/several-accountable.ts';
import accountabilitySinglePerson from './accountability/single-person.ts';
import accountabilityStatutoryTaskOnVolunteers from './accountability/statutory-task-on-volunteers.ts';
import accountabilityTooManyConsulted from './accountability/too-many-consulted.ts';
import accountabilityVolunteersOnly from './accountability/volunteers-only.ts';
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
import mandatesCompositionNotMet from './mandates/composition-not-met.ts';
import mandatesConflictingMandates from './mandates/conflicting-mandates.ts';
import mandatesDeadlineAfterMandate from './mandates/deadline-after-mandate.ts';
import mandatesDiscretionUnstated from './mandates/discretion-unstated.ts';
import mandatesExpiredBasis from './mandates/expired-basis.ts';
import mandatesFulfilledTwice from './mandates/fulfilled-twice.ts';
import mandatesLimitExceeded from './mandates/limit-exceeded.ts';
import mandatesNoCompetence from './mandates/no-competence.ts';
import mandatesNoMinimumStandard from './mandates/no-minimum-standard.ts';
import mandatesNoParent from './mandates/no-parent.ts';
import mandatesNoRegionalPooling from './mandates/no-regional-pooling.ts';
import mandatesNoSayUpward from './mandates/no-say-upward.ts';
import mandatesNotTakenUp from './mandates/not-taken-up.ts';
import mandatesPartialDecentralisation from './mandates/partial-decentralisation.ts';
import mandatesRequiredPartMissing from './mandates/required-part-missing.ts';
import mandatesStaleExternalTarget from './mandates/stale-external-target.ts';
import mandatesTargetBelowParent from './mandates/target-below-parent.ts';
import mandatesVoluntaryOnly from './mandates/voluntary-only.ts';
import waiversWaiverEnded from './waivers/waiver-ended.ts';
import waiversWaiverUnmatched from './waivers/waiver-unmatched.ts';
import waiversWaiverWithoutApproval from './waivers/waiver-without-approval.ts';
import waiversWaiverWithoutReason from './waivers/waiver-without-reason.ts';
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
  coverageDimensionMissing,
  coverageEmploymentOnly,
  coverageEmploymentWithoutLanguage,
  coverageFrameworkItemUncovered,
  coverageGoalWithoutMeasure,
  coverageGoalWithoutTarget,
  coverageGroupOutsideSector,
  coverageGroupWithoutMeasure,
  coverageHardFieldMissing,
  coverageLegalStatusGap,
  coverageNoAntiDiscrimination,
  coverageNoPreventiveMeasure,
  coverageNoReceivingSocietyMeasure,
  coverageOrphanMeasure,
  coveragePeriodGap,
  coveragePhaseHandoverMissing,
  coveragePhaseWithoutMeasure,
  coveragePolicyCycleGap,
  coverageSectorWithoutLead,
  coverageSectorWithoutMeasure,
  coverageSectorWithoutResponsibility,
  coverageSectorWithoutTarget,
  coverageTargetWithoutMeasure,
  coverageWomenAndAgeMissing,
  accountabilityAccountableIsTargetGroup,
  accountabilityAccountableWithoutAuthority,
  accountabilityBelowLeadership,
  accountabilityConcentration,
  accountabilityLeadsNothing,
  accountabilityLevelMismatch,
  accountabilityNoAccountable,
  accountabilityNoCivilSocietyCoordinator,
  accountabilityNoCoordinator,
  accountabilityNoDeadline,
  accountabilityNoResponsible,
  accountabilityNoStatus,
  accountabilityOutsourcedWithoutSupervision,
  accountabilityOverdue,
  accountabilityOverlappingRoles,
  accountabilityPersonNotRole,
  accountabilityRoleConflict,
  accountabilitySeveralAccountable,
  accountabilitySinglePerson,
  accountabilityStatutoryTaskOnVolunteers,
  accountabilityTooManyConsulted,
  accountabilityVolunteersOnly,
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
  mandatesCompositionNotMet,
  mandatesConflictingMandates,
  mandatesDeadlineAfterMandate,
  mandatesDiscretionUnstated,
  mandatesExpiredBasis,
  mandatesFulfilledTwice,
  mandatesLimitExceeded,
  mandatesNoCompetence,
  mandatesNoMinimumStandard,
  mandatesNoParent,
  mandatesNoRegionalPooling,
  mandatesNoSayUpward,
  mandatesNotTakenUp,
  mandatesPartialDecentralisation,
  mandatesRequiredPartMissing,
  mandatesStaleExternalTarget,
  mandatesTargetBelowParent,
  mandatesVoluntaryOnly,
  waiversWaiverEnded,
  waiversWaiverUnmatched,
  waiversWaiverWithoutApproval,
  waiversWaiverWithoutReason,
];

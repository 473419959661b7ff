// Generated from the files beside it; `npm run generate` writes it anew.
import structureAmbiguousNumber from './structure/ambiguous-number.ts';
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
import namesFolderWithoutPlan from './names/folder-without-plan.ts';
import namesNoPlan from './names/no-plan.ts';
import namesPlanCycle from './names/plan-cycle.ts';
import namesShadowedName from './names/shadowed-name.ts';
import namesUnknownName from './names/unknown-name.ts';
import namesUnusedDeclaration from './names/unused-declaration.ts';
import namesWrongKind from './names/wrong-kind.ts';
import coverageBarriersUnaddressed from './coverage/barriers-unaddressed.ts';
import coverageDimensionMissing from './coverage/dimension-missing.ts';
import coverageEmploymentOnly from './coverage/employment-only.ts';
import coverageEmploymentWithoutLanguage from './coverage/employment-without-language.ts';
import coverageFewerPlacesThanPeople from './coverage/fewer-places-than-people.ts';
import coverageFrameworkItemUncovered from './coverage/framework-item-uncovered.ts';
import coverageGoalWithoutMeasure from './coverage/goal-without-measure.ts';
import coverageGoalWithoutTarget from './coverage/goal-without-target.ts';
import coverageGroupDefinedDifferently from './coverage/group-defined-differently.ts';
import coverageGroupOutsideSector from './coverage/group-outside-sector.ts';
import coverageGroupWithoutMeasure from './coverage/group-without-measure.ts';
import coverageHardFieldMissing from './coverage/hard-field-missing.ts';
import coverageIntegrationUndefined from './coverage/integration-undefined.ts';
import coverageLanguageLeadsNowhere from './coverage/language-leads-nowhere.ts';
import coverageLegalStatusGap from './coverage/legal-status-gap.ts';
import coverageNoAntiDiscrimination from './coverage/no-anti-discrimination.ts';
import coverageNoCompetenceBuilding from './coverage/no-competence-building.ts';
import coverageNoContingency from './coverage/no-contingency.ts';
import coverageNoEncounter from './coverage/no-encounter.ts';
import coverageNoEvidence from './coverage/no-evidence.ts';
import coverageNoPreventiveMeasure from './coverage/no-preventive-measure.ts';
import coverageNoReceivingSocietyMeasure from './coverage/no-receiving-society-measure.ts';
import coverageNoTargetGroup from './coverage/no-target-group.ts';
import coverageOrphanMeasure from './coverage/orphan-measure.ts';
import coveragePeriodGap from './coverage/period-gap.ts';
import coveragePhaseHandoverMissing from './coverage/phase-handover-missing.ts';
import coveragePhaseWithoutMeasure from './coverage/phase-without-measure.ts';
import coveragePolicyCycleGap from './coverage/policy-cycle-gap.ts';
import coveragePopulationUnknown from './coverage/population-unknown.ts';
import coverageSectorWithoutLead from './coverage/sector-without-lead.ts';
import coverageSectorWithoutMeasure from './coverage/sector-without-measure.ts';
import coverageSectorWithoutResponsibility from './coverage/sector-without-responsibility.ts';
import coverageSectorWithoutTarget from './coverage/sector-without-target.ts';
import coverageSingleGroup from './coverage/single-group.ts';
import coverageTargetWithoutMeasure from './coverage/target-without-measure.ts';
import coverageWomenAndAgeMissing from './coverage/women-and-age-missing.ts';
import accountabilityAccountableIsTargetGroup from './accountability/accountable-is-target-group.ts';
import accountabilityAccountableWithoutAuthority from './accountability/accountable-without-authority.ts';
import accountabilityAdvisoryActorAccountable from './accountability/advisory-actor-accountable.ts';
import accountabilityBelowLeadership from './accountability/below-leadership.ts';
import accountabilityCapacityUnstated from './accountability/capacity-unstated.ts';
import accountabilityConcentration from './accountability/concentration.ts';
import accountabilityCoordinatorWithoutMeans from './accountability/coordinator-without-means.ts';
import accountabilityLeadsNothing from './accountability/leads-nothing.ts';
import accountabilityLevelMismatch from './accountability/level-mismatch.ts';
import accountabilityLevelWithoutRole from './accountability/level-without-role.ts';
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
import accountabilityWorksAlone from './accountability/works-alone.ts';
import monitoringAlarmCrossed from './monitoring/alarm-crossed.ts';
import monitoringCohortMixed from './monitoring/cohort-mixed.ts';
import monitoringConceptMixed from './monitoring/concept-mixed.ts';
import monitoringDataFile from './monitoring/data-file.ts';
import monitoringDefinedOtherwise from './monitoring/defined-otherwise.ts';
import monitoringDuplicateDefinition from './monitoring/duplicate-definition.ts';
import monitoringGoalWithoutIndicator from './monitoring/goal-without-indicator.ts';
import monitoringHousingWithoutArea from './monitoring/housing-without-area.ts';
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
import participationBodyNotPublished from './participation/body-not-published.ts';
import participationBodyWithoutMandate from './participation/body-without-mandate.ts';
import participationBodyWithoutMeetings from './participation/body-without-meetings.ts';
import participationFragileRepresentativeBody from './participation/fragile-representative-body.ts';
import participationLateAccess from './participation/late-access.ts';
import participationNoCivilSociety from './participation/no-civil-society.ts';
import participationNoEmployer from './participation/no-employer.ts';
import participationNoFeedback from './participation/no-feedback.ts';
import participationNoMajorityOrganisation from './participation/no-majority-organisation.ts';
import participationNoMigrantActor from './participation/no-migrant-actor.ts';
import participationPartnersAllAlike from './participation/partners-all-alike.ts';
import participationProFormaConsultation from './participation/pro-forma-consultation.ts';
import participationReligiousOnly from './participation/religious-only.ts';
import participationSectorNotInProcess from './participation/sector-not-in-process.ts';
import partnersAgreementEnded from './partners/agreement-ended.ts';
import partnersAgreementEndsBeforeTask from './partners/agreement-ends-before-task.ts';
import partnersAgreementWithoutBasis from './partners/agreement-without-basis.ts';
import partnersAgreementWithoutTerms from './partners/agreement-without-terms.ts';
import partnersCompetingForOneFund from './partners/competing-for-one-fund.ts';
import partnersInformalPartnerUnlinked from './partners/informal-partner-unlinked.ts';
import partnersNoEqualityClause from './partners/no-equality-clause.ts';
import partnersPartnerWithoutTask from './partners/partner-without-task.ts';
import partnersPartnershipWhereProcured from './partners/partnership-where-procured.ts';
import partnersProviderConcentration from './partners/provider-concentration.ts';
import partnersSeveralPartnersNoCoordination from './partners/several-partners-no-coordination.ts';
import partnersSoleProviderWithoutSuccessor from './partners/sole-provider-without-successor.ts';
import partnersTaskWithoutAgreement from './partners/task-without-agreement.ts';
import partnersTenderForInformalPartner from './partners/tender-for-informal-partner.ts';
import fundingConditionWithoutOwner from './funding/condition-without-owner.ts';
import fundingCurrencyMixed from './funding/currency-mixed.ts';
import fundingEarmarkUnused from './funding/earmark-unused.ts';
import fundingFundCut from './funding/fund-cut.ts';
import fundingFundingEndsBeforeMeasure from './funding/funding-ends-before-measure.ts';
import fundingGrantWithoutCriteria from './funding/grant-without-criteria.ts';
import fundingGroupNotEligible from './funding/group-not-eligible.ts';
import fundingMeasureWithoutBudget from './funding/measure-without-budget.ts';
import fundingNoSmallGrants from './funding/no-small-grants.ts';
import fundingNotSecured from './funding/not-secured.ts';
import fundingOffPurpose from './funding/off-purpose.ts';
import fundingOverAllocated from './funding/over-allocated.ts';
import fundingPartnerUnfunded from './funding/partner-unfunded.ts';
import fundingShortTermOnly from './funding/short-term-only.ts';
import fundingSingleSource from './funding/single-source.ts';
import fundingTooManyConditions from './funding/too-many-conditions.ts';
import fundingUnfundedMandate from './funding/unfunded-mandate.ts';
import mandatesCompositionNotMet from './mandates/composition-not-met.ts';
import mandatesConflictingMandates from './mandates/conflicting-mandates.ts';
import mandatesDeadlineAfterMandate from './mandates/deadline-after-mandate.ts';
import mandatesDiscretionUnstated from './mandates/discretion-unstated.ts';
import mandatesDutyWithoutBasis from './mandates/duty-without-basis.ts';
import mandatesExpiredBasis from './mandates/expired-basis.ts';
import mandatesFulfilledTwice from './mandates/fulfilled-twice.ts';
import mandatesGoalsApart from './mandates/goals-apart.ts';
import mandatesLimitExceeded from './mandates/limit-exceeded.ts';
import mandatesNoCompetence from './mandates/no-competence.ts';
import mandatesNoDutyToPlan from './mandates/no-duty-to-plan.ts';
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
import mandatesWaitsForLaw from './mandates/waits-for-law.ts';
import adoptionAdoptedAfterStart from './adoption/adopted-after-start.ts';
import adoptionExpired from './adoption/expired.ts';
import adoptionNoCommunication from './adoption/no-communication.ts';
import adoptionNotAdopted from './adoption/not-adopted.ts';
import adoptionNotAnchored from './adoption/not-anchored.ts';
import adoptionNotInFinancialPlan from './adoption/not-in-financial-plan.ts';
import adoptionShortHorizon from './adoption/short-horizon.ts';
import adoptionSupersededUnmapped from './adoption/superseded-unmapped.ts';
import waiversWaiverEnded from './waivers/waiver-ended.ts';
import waiversWaiverUnmatched from './waivers/waiver-unmatched.ts';
import waiversWaiverWithoutApproval from './waivers/waiver-without-approval.ts';
import waiversWaiverWithoutReason from './waivers/waiver-without-reason.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  structureAmbiguousNumber,
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
  namesFolderWithoutPlan,
  namesNoPlan,
  namesPlanCycle,
  namesShadowedName,
  namesUnknownName,
  namesUnusedDeclaration,
  namesWrongKind,
  coverageBarriersUnaddressed,
  coverageDimensionMissing,
  coverageEmploymentOnly,
  coverageEmploymentWithoutLanguage,
  coverageFewerPlacesThanPeople,
  coverageFrameworkItemUncovered,
  coverageGoalWithoutMeasure,
  coverageGoalWithoutTarget,
  coverageGroupDefinedDifferently,
  coverageGroupOutsideSector,
  coverageGroupWithoutMeasure,
  coverageHardFieldMissing,
  coverageIntegrationUndefined,
  coverageLanguageLeadsNowhere,
  coverageLegalStatusGap,
  coverageNoAntiDiscrimination,
  coverageNoCompetenceBuilding,
  coverageNoContingency,
  coverageNoEncounter,
  coverageNoEvidence,
  coverageNoPreventiveMeasure,
  coverageNoReceivingSocietyMeasure,
  coverageNoTargetGroup,
  coverageOrphanMeasure,
  coveragePeriodGap,
  coveragePhaseHandoverMissing,
  coveragePhaseWithoutMeasure,
  coveragePolicyCycleGap,
  coveragePopulationUnknown,
  coverageSectorWithoutLead,
  coverageSectorWithoutMeasure,
  coverageSectorWithoutResponsibility,
  coverageSectorWithoutTarget,
  coverageSingleGroup,
  coverageTargetWithoutMeasure,
  coverageWomenAndAgeMissing,
  accountabilityAccountableIsTargetGroup,
  accountabilityAccountableWithoutAuthority,
  accountabilityAdvisoryActorAccountable,
  accountabilityBelowLeadership,
  accountabilityCapacityUnstated,
  accountabilityConcentration,
  accountabilityCoordinatorWithoutMeans,
  accountabilityLeadsNothing,
  accountabilityLevelMismatch,
  accountabilityLevelWithoutRole,
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
  accountabilityWorksAlone,
  monitoringAlarmCrossed,
  monitoringCohortMixed,
  monitoringConceptMixed,
  monitoringDataFile,
  monitoringDefinedOtherwise,
  monitoringDuplicateDefinition,
  monitoringGoalWithoutIndicator,
  monitoringHousingWithoutArea,
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
  participationBodyNotPublished,
  participationBodyWithoutMandate,
  participationBodyWithoutMeetings,
  participationFragileRepresentativeBody,
  participationLateAccess,
  participationNoCivilSociety,
  participationNoEmployer,
  participationNoFeedback,
  participationNoMajorityOrganisation,
  participationNoMigrantActor,
  participationPartnersAllAlike,
  participationProFormaConsultation,
  participationReligiousOnly,
  participationSectorNotInProcess,
  partnersAgreementEnded,
  partnersAgreementEndsBeforeTask,
  partnersAgreementWithoutBasis,
  partnersAgreementWithoutTerms,
  partnersCompetingForOneFund,
  partnersInformalPartnerUnlinked,
  partnersNoEqualityClause,
  partnersPartnerWithoutTask,
  partnersPartnershipWhereProcured,
  partnersProviderConcentration,
  partnersSeveralPartnersNoCoordination,
  partnersSoleProviderWithoutSuccessor,
  partnersTaskWithoutAgreement,
  partnersTenderForInformalPartner,
  fundingConditionWithoutOwner,
  fundingCurrencyMixed,
  fundingEarmarkUnused,
  fundingFundCut,
  fundingFundingEndsBeforeMeasure,
  fundingGrantWithoutCriteria,
  fundingGroupNotEligible,
  fundingMeasureWithoutBudget,
  fundingNoSmallGrants,
  fundingNotSecured,
  fundingOffPurpose,
  fundingOverAllocated,
  fundingPartnerUnfunded,
  fundingShortTermOnly,
  fundingSingleSource,
  fundingTooManyConditions,
  fundingUnfundedMandate,
  mandatesCompositionNotMet,
  mandatesConflictingMandates,
  mandatesDeadlineAfterMandate,
  mandatesDiscretionUnstated,
  mandatesDutyWithoutBasis,
  mandatesExpiredBasis,
  mandatesFulfilledTwice,
  mandatesGoalsApart,
  mandatesLimitExceeded,
  mandatesNoCompetence,
  mandatesNoDutyToPlan,
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
  mandatesWaitsForLaw,
  adoptionAdoptedAfterStart,
  adoptionExpired,
  adoptionNoCommunication,
  adoptionNotAdopted,
  adoptionNotAnchored,
  adoptionNotInFinancialPlan,
  adoptionShortHorizon,
  adoptionSupersededUnmapped,
  waiversWaiverEnded,
  waiversWaiverUnmatched,
  waiversWaiverWithoutApproval,
  waiversWaiverWithoutReason,
];

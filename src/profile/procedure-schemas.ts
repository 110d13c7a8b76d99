import { isoDateSchema } from "../input/date-schema.ts";
import { strictShape } from "../input/issues.ts";
import { appliedWithoutApplication, consistent, noticeWithoutPass } from "./contradictions.ts";
import { choice, decision, field, process } from "./fields.ts";

export const enrollmentSchema = consistent(
  strictShape({
    questionnaire: process(
      "questionnaire status",
      { completed: "Completed" },
      {
        label: "CSP questionnaire",
        question: "Is the CSP questionnaire completed?",
        help: "The CSP questionnaire.",
      },
    ),
    application: process(
      "application status",
      { submitted: "Submitted" },
      {
        label: "Enrollment application",
        question: "Is the enrollment application submitted?",
        help: "The enrollment application.",
      },
    ),
    appliedOn: field(isoDateSchema, {
      label: "Day of application",
      question: "On which day was the enrollment application submitted?",
      help: "The day of the application. It proves that the application was submitted.",
    }),
    eligibility: process("decision", decision, {
      label: "Microsoft's decision on eligibility",
      question: "What has Microsoft decided on eligibility?",
      help: "Microsoft's decision on eligibility.",
    }),
    businessInformation: process("decision", decision, {
      label: "Microsoft's review of the business information",
      question: "What has Microsoft decided on the business information?",
      help: "Microsoft's review of the business information.",
    }),
    onboardedOn: field(isoDateSchema, {
      label: "Day of onboarding as a direct bill partner",
      question: "On which day was the tenant first onboarded to CSP as a direct bill partner?",
      help: "The day the tenant was first onboarded to CSP as a direct bill partner; its month is the yearly review month. In the track `enroll`, absent means that the company is not a direct bill partner.",
    }),
  }),
  appliedWithoutApplication,
);

export const creditCheckSchema = consistent(
  strictShape({
    status: process(
      "credit check status",
      { pending: "Pending", passed: "Passed", failed: "Failed" },
      {
        label: "Credit check",
        question: "How far has Microsoft's credit check come?",
        help: "State of the check.",
      },
    ),
    notifiedOn: field(isoDateSchema, {
      label: "Day of the credit notice",
      question: "On which day did Microsoft's e-mail say that the credit check is passed?",
      help: 'The day of Microsoft\'s e-mail saying that the check is passed: the notice counts, not the decision. It proves the status `"passed"` and contradicts any other.',
    }),
  }),
  noticeWithoutPass,
);

export const capabilitiesAssessmentSchema = strictShape({
  result: choice(
    "assessment result",
    { "not-taken": "Not taken", passed: "Passed", failed: "Failed" },
    {
      label: "Result of the assessment",
      question: "What was the result of the last capabilities assessment?",
      help: "Result of the last assessment.",
    },
  ),
  on: field(isoDateSchema, {
    label: "Day of the assessment",
    question: "On which day was the last capabilities assessment?",
    help: "The day of the last assessment. A pass counts for twelve months from it.",
  }),
});

export const vettingSchema = strictShape({
  status: choice(
    "vetting status",
    {
      "not-started": "Not started",
      pending: "Pending",
      authorized: "Authorized",
      rejected: "Rejected",
    },
    {
      label: "Business vetting",
      question: "Which state does the vetting of the business have?",
      help: "State of the vetting (2025-10-01).",
    },
  ),
});

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
        help: "Whether the company has answered the CSP questionnaire, from which Microsoft decides on eligibility.",
      },
    ),
    application: process(
      "application status",
      { submitted: "Submitted" },
      {
        label: "Enrollment application",
        question: "Is the enrollment application submitted?",
        help: "Whether the company has applied to become a direct bill partner.",
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
      help: "What Microsoft has decided on whether the company may become a direct bill partner.",
    }),
    businessInformation: process("decision", decision, {
      label: "Microsoft's review of the business information",
      question: "What has Microsoft decided on the business information?",
      help: "What Microsoft found when it reviewed the company's business information.",
    }),
    onboardedOn: field(isoDateSchema, {
      label: "Day of onboarding as a direct bill partner",
      question: "On which day was the tenant first onboarded to CSP as a direct bill partner?",
      help: "The day the tenant was first onboarded to CSP as a direct bill partner; its month is the yearly review month.",
      whenAbsent:
        "Without it, the company counts as not yet a direct bill partner in the track `enroll`.",
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
        question: "What is the state of Microsoft's credit check?",
        help: "How far Microsoft has come in checking the credit of the company, and with what result.",
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
      help: "What the last assessment found; a company that was never assessed has not taken it.",
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
      question: "What is the state of the business vetting?",
      help: "How far Microsoft has come in vetting the business, which is part of enrollment from 2025-10-01.",
    },
  ),
});

import { createRoot } from "react-dom/client";

import { Form } from "./node_modules/csp-direct-bill-rules/docs/examples/form.tsx";

createRoot(document.querySelector("#root")).render(<Form asOf="2020-09-02" />);
self.result = true;

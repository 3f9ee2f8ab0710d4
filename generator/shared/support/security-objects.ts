import type { SupportTable } from "./types.js";

const exported = "exported by the pack as data";

/** What describes credentials. */
export const securityObjects: SupportTable = {
  SecurityScheme: [
    ["type", "3.0+", "honoured", ""],
    ["description", "3.0+", "meaningless", "for people who read the document"],
    ["name", "3.0+", "honoured", ""],
    ["in", "3.0+", "honoured", ""],
    ["scheme", "3.0+", "honoured", "`basic` and `bearer`; others are reported where they are used"],
    ["bearerFormat", "3.0+", "meaningless", "a token is sent as the host gives it"],
    ["flows", "3.0+", "honoured", exported],
    ["openIdConnectUrl", "3.0+", "honoured", exported],
    ["oauth2MetadataUrl", "3.2+", "honoured", exported],
    ["deprecated", "3.2+", "meaningless", "for people who read the document"],
  ],
  Flows: [
    ["implicit", "3.0+", "honoured", exported],
    ["password", "3.0+", "honoured", exported],
    ["clientCredentials", "3.0+", "honoured", exported],
    ["authorizationCode", "3.0+", "honoured", exported],
    ["deviceAuthorization", "3.2+", "honoured", exported],
  ],
  Flow: [
    ["authorizationUrl", "3.0+", "honoured", exported],
    ["deviceAuthorizationUrl", "3.2+", "honoured", exported],
    ["tokenUrl", "3.0+", "honoured", exported],
    ["refreshUrl", "3.0+", "honoured", exported],
    ["scopes", "3.0+", "honoured", exported],
  ],
};

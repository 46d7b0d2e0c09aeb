package app.latchkey.salto;

import app.latchkey.connection.PartnerRequest;

/** The two dialects of its query options that Salto understands; a header chooses between them. */
enum OData {
    V3("$inlinecount=allpages"),
    V4("$count=true");

    private final String wholeCount;

    OData(String wholeCount) {
        this.wholeCount = wholeCount;
    }

    static OData named(String version) {
        return version.equals("v4") ? V4 : V3;
    }

    /** Asks how many rows the whole list has. */
    String wholeCount() {
        return wholeCount;
    }

    /** Salto takes v3 for granted and converts it, unless it is told not to. */
    PartnerRequest speaking(PartnerRequest request) {
        return this == V4 ? request.with("CLP-disable-odata-v3-conversion", "true") : request;
    }
}

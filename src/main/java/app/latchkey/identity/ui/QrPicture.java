package app.latchkey.identity.ui;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture that a camera reads. Black on white in both colour schemes, with the quiet border that readers need. */
final class QrPicture {

    private static final int BORDER = 4;

    private QrPicture() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * BORDER;
        return "<svg viewBox='0 0 %d %d' role='img' aria-label='Code for the camera of your authenticator app'>"
                        .formatted(side, side)
                + "<rect width='100%' height='100%' fill='#fff'/><path d='" + path + "' fill='#000'/></svg>";
    }
}

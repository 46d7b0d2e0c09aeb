package app.latchkey.operator.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A link to a file that is written when somebody follows it. */
final class Download {

    private Download() {}

    static Anchor of(String words, String file, String type, Supplier<String> text) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
        });
        return new Anchor(handler, AttachmentType.DOWNLOAD, words);
    }
}

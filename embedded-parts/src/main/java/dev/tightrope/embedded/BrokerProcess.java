package dev.tightrope.embedded;

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The main class of the broker's own process: formats the storage if it is new, then runs Kafka. */
final class BrokerProcess {

    // The same at every start: Kafka refuses a folder formatted for another cluster.
    private static final String CLUSTER_ID = "dGlnaHRyb3BlLWxvY2FsMQ";

    private BrokerProcess() {}

    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        try (InputStream file = new FileInputStream(args[0])) {
            properties.load(file);
        }
        // Formatting in the same process saves the start of a second JVM.
        Formatter formatter = new Formatter();
        formatter
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setClusterId(CLUSTER_ID)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .addDirectory(properties.getProperty("log.dirs"))
                .setMetadataLogDirectory(properties.getProperty("log.dirs"))
                .setIgnoreFormatted(true)
                .run();
        kafka.Kafka.main(args);
    }
}

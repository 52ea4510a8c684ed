# One image per service: docker build --build-arg SERVICE=outreach-service .
# Build the application first: ./mvnw -DskipTests package
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}
ARG SERVICE
WORKDIR /app
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar ./
# Where compose mounts a volume for recordings; a new volume takes over whose folder it is.
RUN install -d -o 10001 -g 10001 /recordings
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/app/quarkus-run.jar"]

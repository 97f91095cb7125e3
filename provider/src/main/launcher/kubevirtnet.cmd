@echo off
rem Starts the Pulumi plugin or, under any name but its own, the kubevirtnet command.
rem Standard output belongs to what is started: the plugin prints its port there and nothing else.
setlocal
set "name=%~n0"
set "main=io.kubevirtnet.provider.cli.Main"
if /i "%name:~0,16%"=="pulumi-resource-" set "main=io.kubevirtnet.provider.plugin.Main"

set "lib=%~dp0lib"
if not exist "%lib%\" set "lib=%~dp0..\lib"
if not exist "%lib%\" (
  echo kubevirtnet: there is no folder lib in %~dp0 or beside it. Unpack the archive again. 1>&2
  exit /b 1
)

set "quiet="
set "java=java.exe"
if not defined JAVA_HOME goto :onpath
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto :version
echo kubevirtnet: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it. Point it to Java 17 or newer. 1>&2
exit /b 1

:onpath
where java.exe >nul 2>nul
if not errorlevel 1 goto :start
echo kubevirtnet: Java was not found. Install Java 17 or newer, and put it on PATH or set JAVA_HOME. 1>&2
exit /b 1

:version
set "version="
if exist "%JAVA_HOME%\release" (
  for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release"') do set "version=%%~v"
)
if not defined version goto :start
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
rem Newer Javas warn about what gRPC does inside, and Pulumi would show that to its user.
if %major% geq 24 set "quiet=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if %major% geq 17 goto :start
echo kubevirtnet: %java% is Java %version%. Java 17 or newer is needed; set JAVA_HOME to one. 1>&2
exit /b 1

:start
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData -Xms16m %quiet% %KUBEVIRTNET_JAVA_OPTIONS% -cp "%lib%\*" %main% %*
exit /b %errorlevel%

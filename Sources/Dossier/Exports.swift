@_exported import Documents
@_exported import Facts
@_exported import Files
@_exported import Figures
@_exported import Rendering
@_exported import SceneGraph
@_exported import Typography
